import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImageSet } from './dataset.ts';
import { findDataset, openDatasets } from './open-datasets.ts';

const side = 28;

function idx(shape: readonly number[], values: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  header.setUint32(0, 0x0800 + shape.length);
  for (const [axis, length] of shape.entries()) header.setUint32(4 + 4 * axis, length);
  return Buffer.concat([new Uint8Array(header.buffer), values]);
}

/** Images whose first file row is bright: upright, their first column is. */
function images(count: number): Uint8Array {
  const values = new Uint8Array(count * side * side);
  for (let image = 0; image < count; image++)
    values.fill(image + 1, image * side * side, image * side * side + side);
  return idx([count, side, side], values);
}

const labels = (count: number, classes: number, first: number) =>
  idx(
    [count],
    Uint8Array.from({ length: count }, (_, image) => first + (image % classes)),
  );

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-emnist-'));
  await mkdir(path.join(folder, 'emnist'));
  await put('letters', 'train', images(52), labels(52, 26, 1));
  await put('letters', 'test', images(26), labels(26, 26, 1));
});
afterAll(() => rm(folder, { recursive: true }));

/** Images as they are, labels packed. */
async function put(subset: string, split: string, pixels: Uint8Array, classes: Uint8Array): Promise<void> {
  const start = path.join(folder, 'emnist', `emnist-${subset}-${split}-`);
  await writeFile(`${start}images-idx3-ubyte`, pixels);
  await writeFile(`${start}labels-idx1-ubyte.gz`, gzipSync(classes));
}

const open = async (name: string) => findDataset(await openDatasets(folder), name);

describe('EMNIST', () => {
  it('has as many images as its files say, and classes from 0 though its letters begin with 1', async () => {
    const letters = await open('emnist-letters');
    expect(letters).toMatchObject({ classes: 26, trainImages: 52, testImages: 26, height: 28, channels: 1 });
    expect(letters.description).toContain('52 to train on, 26 to test');
    const { labels, count } = await letters.load('train');
    expect(count).toBe(52);
    expect([...labels]).toEqual(Array.from({ length: 52 }, (_, image) => image % 26));
  });

  it('is turned upright: what its files hold as rows are columns', async () => {
    const { images } = (await (await open('emnist-letters')).load('test')) as ImageSet;
    const second = images.subarray(side * side, 2 * side * side);
    expect([...second]).toEqual(Array.from({ length: side * side }, (_, at) => (at % side === 0 ? 2 : 0)));
  });

  it.each([
    [
      'a label that no class has',
      labels(52, 27, 1),
      'labels image 26 as 27; there are 26 classes, from 1 on.',
    ],
    ['a label before the first', labels(52, 26, 0), 'labels image 0 as 0; there are 26 classes, from 1 on.'],
    ['a class without images', labels(52, 25, 1), 'labels no image as 26; every class wants one at least.'],
    ['fewer labels than images', labels(51, 26, 1), 'has the shape [52,28,28], and [51,28,28] was wanted.'],
  ])('with %s is refused by the file’s name', async (_, wrong, problem) => {
    await put('letters', 'train', images(52), wrong);
    await expect((await open('emnist-letters')).load('train')).rejects.toThrow(
      new RegExp(`emnist-letters-train-.*-ubyte(\\.gz)? ${problem.replace(/[[\].]/g, '\\$&')}$`),
    );
  });

  it('that is no IDX file is left out, told by the file’s name', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await put('digits', 'train', images(10), new Uint8Array(8));
    await put('digits', 'test', images(10), labels(10, 10, 0));
    const datasets = await openDatasets(folder);
    expect([datasets.has('emnist-digits'), datasets.has('emnist-letters')]).toEqual([false, true]);
    expect(warn.mock.calls[0]![0]).toMatch(/emnist-digits-train-labels.* is not an IDX file/);
    warn.mockRestore();
  });
});
