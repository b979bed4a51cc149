import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageSet } from './dataset.ts';
import { findDataset, openDatasets } from './open-datasets.ts';

const count = 10_000;
const planeBytes = 32 * 32;

/** Records whose label is the image's number modulo `classes`, and whose planes hold 10, 20 and 30 more than it. */
function records(labelBytes: number, classes: number, images = count): Uint8Array {
  const recordBytes = labelBytes + 3 * planeBytes;
  const bytes = new Uint8Array(images * recordBytes);
  for (let image = 0; image < images; image++) {
    const start = image * recordBytes + labelBytes;
    bytes[start - 1] = image % classes;
    for (let plane = 0; plane < 3; plane++)
      bytes.fill(
        (image % classes) + 10 * (plane + 1),
        start + plane * planeBytes,
        start + (plane + 1) * planeBytes,
      );
    // The second pixel of the first row differs in its green.
    bytes[start + planeBytes + 1] = 200;
  }
  return bytes;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-cifar-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

describe('CIFAR-10', () => {
  it('is those of its training batches that are there, with pixels of three channels', async () => {
    await put('cifar-10-batches-bin/data_batch_1.bin', records(1, 10));
    await put('cifar-10-batches-bin/data_batch_4.bin', records(1, 10));
    await put('cifar-10-batches-bin/test_batch.bin', records(1, 10));
    const cifar = findDataset(await openDatasets(folder), 'cifar10');
    expect(cifar).toMatchObject({ trainImages: 20_000, testImages: 10_000, classes: 10 });
    expect(cifar.description).toContain('20,000 to train on (2 of its 5 batches)');
    const { images, labels, count } = (await cifar.load('train')) as ImageSet;
    expect([count, images.length]).toEqual([20_000, 20_000 * 3072]);
    expect([...labels.subarray(10_000, 10_012)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    expect([...images.subarray(7 * 3072, 7 * 3072 + 9)]).toEqual([17, 27, 37, 17, 200, 37, 17, 27, 37]);
  });

  it('with a batch of another length is refused by the file’s name', async () => {
    await put('cifar-10-batches-bin/test_batch.bin', records(1, 10, 5));
    const cifar = findDataset(await openDatasets(folder), 'cifar10');
    await expect(cifar.load('test')).rejects.toThrow(
      /test_batch\.bin has 15365 bytes; 10000 records of 3073 bytes were wanted\.$/,
    );
  });

  it('with a label that no class has is refused by the file’s name and the image', async () => {
    await put('cifar-10-batches-bin/test_batch.bin', records(1, 11));
    const cifar = findDataset(await openDatasets(folder), 'cifar10');
    await expect(cifar.load('test')).rejects.toThrow(
      /test_batch\.bin labels image 10 as 10; there are 10 classes, from 0 on\.$/,
    );
  });
});

describe('CIFAR-100', () => {
  it('has its fine labels', async () => {
    await put('cifar100/train.bin', records(2, 100, 50_000));
    await put('cifar100/test.bin', records(2, 100));
    const cifar = findDataset(await openDatasets(folder), 'cifar100');
    const { labels, images } = (await cifar.load('test')) as ImageSet;
    expect([labels[99], images[99 * 3072]]).toEqual([99, 109]);
  });
});
