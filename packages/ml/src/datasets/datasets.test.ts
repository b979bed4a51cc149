import { beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { type ImageSet, imagesInTurn, narrowImages, type StoredImages, selectImages } from './dataset.ts';
import { digestOf } from './digest-of.ts';
import { decodeIdx } from './idx.ts';
import { findDataset, openDatasets } from './open-datasets.ts';
import { toTensor } from './to-tensor.ts';

const idx = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

describe('an IDX file', () => {
  it('gives its shape and values', () => {
    const { shape, values } = decodeIdx(idx(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 9, 8, 7, 6, 5, 4), 'x');
    expect(shape).toEqual([2, 3]);
    expect([...values]).toEqual([9, 8, 7, 6, 5, 4]);
  });

  it('is read where it lies in a larger buffer', () => {
    const file = idx(1, 1, 1, 0, 0, 8, 1, 0, 0, 0, 1, 42).subarray(3);
    expect(decodeIdx(file, 'x')).toMatchObject({ shape: [1], values: Uint8Array.of(42) });
  });

  it.each([
    ['without a header', [0, 0], 'it has 2 bytes, not even a header'],
    ['of another type', [0, 0, 9, 1, 0, 0, 0, 0], 'its first bytes are not 00 00 08'],
    ['of something else', [31, 139, 8, 1, 0, 0, 0, 0], 'its first bytes are not 00 00 08'],
    ['with half a header', [0, 0, 8, 2, 0, 0, 0, 2], 'its header ends before its 2 sizes do'],
    ['that is cut off', [0, 0, 8, 1, 0, 0, 0, 3, 1, 2], '[3] means 3 values, and it holds 2'],
    ['with more behind it', [0, 0, 8, 1, 0, 0, 0, 1, 1, 2], '[1] means 1 values, and it holds 2'],
  ])('%s is refused by its name', (_, bytes, problem) => {
    expect(() => decodeIdx(idx(...bytes), 'train-images')).toThrow(
      `train-images is not an IDX file of bytes: ${problem}.`,
    );
  });
});

describe('MNIST', async () => {
  const datasets = await openDatasets('no such folder');
  const mnist = findDataset(datasets, 'mnist');

  it.each([
    [
      'train',
      60_000,
      [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
      'edc0d1098aa497be14ace79ddd5171e5a3dcf9c4d196c015389203eb3ba1f59b',
    ],
    [
      'test',
      10_000,
      [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
      'c3f9adf9c66efb572b1f9326c3a511b45910c7173b97be66ceceeeeaef6b802b',
    ],
  ] as const)('has the images and the digits of its %s split', async (split, count, digits, digest) => {
    const set = (await mnist.load(split)) as ImageSet;
    expect(set.count).toBe(count);
    expect(set.images).toHaveLength(count * 28 * 28);
    const counted = new Array<number>(10).fill(0);
    for (const label of set.labels) counted[label]!++;
    expect(counted).toEqual(digits);
    expect(digestOf(set)).toBe(digest);
  });

  it('is normalised by its own mean and deviation', async () => {
    const { images } = (await mnist.load('train')) as ImageSet;
    let [sum, squares] = [0, 0];
    for (const pixel of images) {
      sum += pixel / 255;
      squares += (pixel / 255) ** 2;
    }
    const mean = sum / images.length;
    expect(mean).toBeCloseTo(mnist.mean[0]!, 4);
    expect(Math.sqrt(squares / images.length - mean ** 2)).toBeCloseTo(mnist.std[0]!, 4);
  });

  it('is there without any folder of data, and an unknown dataset is refused', () => {
    expect(datasets.has('cifar10')).toBe(false);
    expect(() => findDataset(datasets, 'svhn')).toThrow('Unknown dataset "svhn": known are mnist');
  });

  it('is read once', () => {
    expect(mnist.load('test')).toBe(mnist.load('test'));
  });
});

describe('images', () => {
  beforeAll(() => startRuntime('cpu'));
  const set = { images: Uint8Array.from({ length: 24 }, (_, i) => i * 10), labels: idx(0, 1, 2), count: 3 };
  const shape = { height: 2, width: 2, channels: 2, mean: [0.5, 0.25], std: [0.5, 0.1] };

  it('become (pixel / 255 − mean) / std by channel', () => {
    const tensor = toTensor(set, 1, 3, shape);
    expect(tensor.shape).toEqual([2, 2, 2, 2]);
    tensor.dataSync().forEach((value, index) => {
      const channel = index % 2;
      const wanted = (set.images[8 + index]! / 255 - shape.mean[channel]!) / shape.std[channel]!;
      expect(value).toBeCloseTo(wanted, 5);
    });
  });

  it('are selected with their labels, in the order asked for', () => {
    const selected = selectImages(set, Uint32Array.of(2, 0));
    expect(selected.count).toBe(2);
    expect([...selected.labels]).toEqual([2, 0]);
    expect([...selected.images]).toEqual([...set.images.subarray(16, 24), ...set.images.subarray(0, 8)]);
  });

  it('that are read when they are wanted are the same, narrowed, in turn and by their digest', () => {
    const stored: StoredImages = { ...set, read: (places) => selectImages(set, places).images };
    const places = Uint32Array.of(2, 0, 1, 2);
    const narrowed = narrowImages(stored, places);
    expect(selectImages(narrowed, Uint32Array.of(3, 1))).toEqual(selectImages(set, Uint32Array.of(2, 0)));
    const batches = [...imagesInTurn(narrowed, 3)];
    expect(batches.map(({ count }) => count)).toEqual([3, 1]);
    expect(batches.flatMap(({ labels }) => [...labels])).toEqual([2, 0, 1, 2]);
    expect(digestOf(narrowed)).toBe(digestOf(selectImages(set, places)));
  });

  it('keep labels above 255', () => {
    const many = { ...set, labels: Uint16Array.of(0, 999, 256) };
    expect(selectImages(many, Uint32Array.of(1, 2)).labels).toEqual(Uint16Array.of(999, 256));
  });

  it('have a digest that any pixel and any label changes', () => {
    const changed = { ...set, labels: idx(0, 1, 3) };
    expect(digestOf(changed)).not.toBe(digestOf(set));
    expect(digestOf({ ...set, images: set.images.map((pixel, i) => pixel + Number(i === 5)) })).not.toBe(
      digestOf(set),
    );
  });
});
