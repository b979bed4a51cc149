import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { selectImages } from '../dataset.ts';
import { digestOf } from '../digest-of.ts';
import { findDataset, openDatasets } from '../open-datasets.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'kindred-images-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(data, { recursive: true });
});

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(data, file)), { recursive: true });
  await writeFile(path.join(data, file), content);
}

/** A picture whose left half has one colour and whose right half another. */
function halves(width: number, height: number, left: string, right: string): Sharp {
  const half = { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: right } };
  return sharp({ create: { width, height, channels: 3, background: left } }).composite([
    { input: half, left: Math.ceil(width / 2), top: 0 },
  ]);
}

const red = () => halves(40, 30, '#c80000', '#c80000').png().toBuffer();
const blue = () => halves(30, 40, '#0000c8', '#0000c8').webp({ lossless: true }).toBuffer();

/** Two classes, two images each to train on and one to test. */
async function putPets(): Promise<void> {
  for (const image of ['train/cat/1.png', 'train/cat/2.PNG', 'val/cat/a.png'])
    await put(`pets/${image}`, await red());
  for (const image of ['train/dog/b.webp', 'train/dog/a.webp', 'val/dog/a.webp'])
    await put(`pets/${image}`, await blue());
  await put('pets/dataset.json', JSON.stringify({ size: 16, mean: [0.5, 0.5, 0.5], description: 'Pets' }));
}

const open = async (name = 'pets') => findDataset(await openDatasets(data), name);
const places = (...wanted: number[]) => Uint32Array.from(wanted);

describe('a folder of images by class', () => {
  it('is a dataset, its classes in the order of their names, its images too', async () => {
    await putPets();
    await put('pets/train/cat/notes.txt', 'no image');
    const pets = await open();
    expect(pets).toMatchObject({
      description: 'Pets, 16×16 in colour: 4 to train on, 2 to test.',
      ...{ classes: 2, height: 16, width: 16, channels: 3, trainImages: 4, testImages: 2 },
      ...{ mean: [0.5, 0.5, 0.5], std: [0.229, 0.224, 0.225] },
    });
    const train = await pets.load('train');
    expect([...train.labels]).toEqual([0, 0, 1, 1]);
    const { images } = selectImages(train, places(3, 1));
    expect([...images.subarray(0, 3), ...images.subarray(-3)]).toEqual([0, 0, 200, 200, 0, 0]);
  });

  it('is resized by its shorter side and cut from the centre', async () => {
    await put('wide/train/a/1.png', await halves(64, 16, '#ff0000', '#00ff00').png().toBuffer());
    await put('wide/train/b/1.jpg', await halves(16, 48, '#ffffff', '#000000').jpeg().toBuffer());
    await put('wide/test/a/1.png', await red());
    await put('wide/test/b/1.png', await red());
    await put('wide/dataset.json', '{"size": 8, "shorterSide": 16}');
    const { images } = selectImages(await (await open('wide')).load('train'), places(0, 1));
    // The middle 8 of 64 columns: half of them to each side of the edge.
    const row = images.subarray(0, 8 * 3);
    expect([...row]).toEqual([0, 1, 2, 3, 4, 5, 6, 7].flatMap((x) => (x < 4 ? [255, 0, 0] : [0, 255, 0])));
    expect([images[8 * 8 * 3], images[8 * 8 * 3 + 7 * 3]]).toEqual([255, 0]);
  });

  it('is decoded once, and again where an image has changed', async () => {
    await putPets();
    const first = await (await open()).load('train');
    const decoded = () => readdir(path.join(data, '.decoded/pets'));
    const [file] = await decoded();
    const { mtimeMs } = await stat(path.join(data, '.decoded/pets', file!));
    const again = await (await open()).load('train');
    expect(digestOf(again)).toBe(digestOf(first));
    expect((await stat(path.join(data, '.decoded/pets', file!))).mtimeMs).toBe(mtimeMs);
    await put('pets/train/cat/1.png', await blue());
    expect(digestOf(await (await open()).load('train'))).not.toBe(digestOf(first));
    expect(await decoded()).toHaveLength(2);
  });

  it('goes on where a process that decoded it was interrupted', async () => {
    await putPets();
    const whole = digestOf(await (await open()).load('train'));
    const folder = path.join(data, '.decoded/pets');
    const [file] = await readdir(folder);
    await rm(path.join(folder, file!));
    // A whole image, not the one that would be decoded, and half of the next.
    await put(`.decoded/pets/${file}.part`, new Uint8Array(1.5 * 16 * 16 * 3).fill(7));
    await utimes(path.join(folder, `${file}.part`), new Date(0), new Date(0));
    const train = await (await open()).load('train');
    const { images } = selectImages(train, places(0, 1));
    expect([images[0], images[16 * 16 * 3]]).toEqual([7, 200]);
    expect(digestOf(train)).not.toBe(whole);
    expect(await readdir(folder)).toEqual([file]);
  });

  it('is waited for while another process decodes it', async () => {
    await putPets();
    await (await open()).load('train');
    const folder = path.join(data, '.decoded/pets');
    const [file] = await readdir(folder);
    const decoded = path.join(folder, file!);
    const { rename } = await import('node:fs/promises');
    await rename(decoded, `${decoded}.part`);
    await utimes(`${decoded}.part`, new Date(), new Date());
    const loading = (await open()).load('train');
    setTimeout(() => rename(`${decoded}.part`, decoded), 700);
    expect((await loading).count).toBe(4);
  });

  it.each([
    ['a broken image', 'train/dog/c.jpg', 'no image', /dog\/c\.jpg can't be read as an image: /],
    [
      'a picture of another format',
      'val/dog/c.png',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      /val\/dog\/c\.png can't/,
    ],
  ])('with %s is refused by the file’s name', async (_, file, content, problem) => {
    await putPets();
    await put(`pets/${file}`, content);
    const split = file.startsWith('train') ? 'train' : 'test';
    await expect((await open()).load(split)).rejects.toThrow(problem);
    expect(await readdir(path.join(data, '.decoded/pets'))).toEqual([]);
  });

  it('with an image that is cut off or has too many pixels is refused by the file’s name', async () => {
    await putPets();
    const noise = Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * i * 31) % 251));
    const jpeg = await sharp(noise, { raw: { width: 300, height: 100, channels: 3 } })
      .jpeg()
      .toBuffer();
    await put('pets/train/dog/c.jpg', jpeg.subarray(0, jpeg.length / 2));
    await expect((await open()).load('train')).rejects.toThrow(/c\.jpg can't be read as an image/);
    await rm(path.join(data, 'pets/train/dog/c.jpg'));
    const large = sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'red' } });
    await put('pets/train/dog/d.png', await large.png().toBuffer());
    await expect((await open()).load('train')).rejects.toThrow(/d\.png can't be .*exceeds pixel limit/);
  });

  it('may hold links to images, but none that leads to something else', async () => {
    await putPets();
    await put('elsewhere/photo', await red());
    await put('elsewhere/secret', 'a password');
    await symlink(path.join(data, 'elsewhere/photo'), path.join(data, 'pets/train/cat/3.png'));
    expect((await (await open()).load('train')).count).toBe(5);
    await symlink(path.join(data, 'elsewhere/secret'), path.join(data, 'pets/train/cat/4.png'));
    await expect((await open()).load('train')).rejects.toThrow(
      /cat\/4\.png can't be read as an image: Input file/,
    );
  });

  it('may have few of many classes, its folders named by their numbers', async () => {
    await put('few/train/236/1.png', await red());
    await put('few/train/1/1.png', await red());
    await put('few/test/945/1.png', await red());
    await put('few/dataset.json', '{"classes": 1000, "size": 8}');
    const few = await open('few');
    expect(few).toMatchObject({ classes: 1000, trainImages: 2, testImages: 1 });
    expect([...(await few.load('train')).labels, ...(await few.load('test')).labels]).toEqual([1, 236, 945]);
    await put('few/test/1000/1.png', await red());
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect((await openDatasets(data)).has('few')).toBe(false);
    expect(warn.mock.calls[0]![0]).toMatch(/test\/1000 is no class: they are numbered from 0 to 999/);
  });

  it.each([
    [
      'an empty class',
      { 'pets/val/bird/.keep': '', 'pets/train/bird/.keep': '' },
      /bird has no \.jpg, .* a class needs an image/,
    ],
    ['a class that is in one split only', { 'pets/train/bird/1.png': '' }, /bird is in one split only/],
    [
      'a file among its classes',
      { 'pets/train/1.png': '', 'pets/val/1.png': '' },
      /1\.png is no folder: .* or the images that train\.txt beside it names/,
    ],
    [
      'fewer folders than classes',
      { 'pets/dataset.json': '{"classes": 1000}' },
      /train holds 2 of the 1000 classes .* name folders by their classes' numbers/,
    ],
    ['a dataset.json of no JSON', { 'pets/dataset.json': '{' }, /dataset\.json can't be read: /],
    [
      'a dataset.json of wrong values',
      { 'pets/dataset.json': '{"size": 4, "std": [1, 1, 0], "shorterSide": 9}' },
      /can't be used: size .*; std\.2 /,
    ],
    [
      'a shorter side that is too short',
      { 'pets/dataset.json': '{"size": 64, "shorterSide": 32}' },
      /shorterSide must be as large as size/,
    ],
  ])('with %s is left out, and says why', async (_, files, problem) => {
    await putPets();
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    for (const [file, content] of Object.entries(files)) await put(file, content);
    expect([...(await openDatasets(data)).keys()]).not.toContain('pets');
    expect(warn.mock.calls[0]![0]).toMatch(problem);
  });

  it('that has changed since it was opened is refused', async () => {
    await putPets();
    const pets = await open();
    await put('pets/val/cat/b.png', await red());
    await expect(pets.load('test')).rejects.toThrow(
      'has 3 images to test, and had 2 when its worker started',
    );
  });
});

describe('a folder of images with a file of labels', () => {
  it('has the classes of the training folders, by number or by name', async () => {
    await putPets();
    await rm(path.join(data, 'pets/val'), { recursive: true });
    for (const image of ['x.png', 'y.png']) await put(`pets/val/${image}`, await red());
    await put('pets/val.txt', 'y.png 1\r\nx.png 0\r\n');
    expect([...(await (await open()).load('test')).labels]).toEqual([1, 0]);
    await put('pets/val.txt', 'x.png cat\ny.png dog\n');
    expect([...(await (await open()).load('test')).labels]).toEqual([0, 1]);
  });

  it('may be of test images alone, with classes above 255, as ImageNet’s', async () => {
    await put('imagenet/val/ILSVRC2012_val_00000001.JPEG', await red());
    await put('imagenet/val/ILSVRC2012_val_00000002.JPEG', await blue());
    await put('imagenet/val.txt', 'ILSVRC2012_val_00000001.JPEG 65\nILSVRC2012_val_00000002.JPEG 970\n');
    await put('imagenet/dataset.json', '{"classes": 1000, "shorterSide": 256}');
    const imagenet = await open('imagenet');
    expect(imagenet).toMatchObject({ classes: 1000, height: 224, trainImages: 0, testImages: 2 });
    const test = await imagenet.load('test');
    expect([...test.labels]).toEqual([65, 970]);
    expect(selectImages(test, places(1)).images.subarray(0, 3)).toEqual(Uint8Array.of(0, 0, 200));
  });

  it.each([
    [
      'x.png 2',
      /val\.txt, line 1 has the class "2": it should be a number from 0 to 1, or the name of a class/,
    ],
    ['x.png bird', /val\.txt, line 1 has the class "bird"/],
    ['x.png 0\nz.png 0', /val\.txt, line 2 \("z\.png 0"\) names no image of val/],
    ['../train/cat/1.png 0', /line 1 .* names no image of val/],
    ['490\n361', /line 1 \("490"\) names no image of val: write its name and its class/],
  ])('that says %j is left out, and says why', async (lines, problem) => {
    await putPets();
    await rm(path.join(data, 'pets/val'), { recursive: true });
    await put('pets/val/x.png', await red());
    await put('pets/val.txt', lines);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect((await openDatasets(data)).has('pets')).toBe(false);
    expect(warn.mock.calls[0]![0]).toMatch(problem);
  });
});
