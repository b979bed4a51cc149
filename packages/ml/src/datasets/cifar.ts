import path from 'node:path';
import { badInput } from '../errors/domain-error.ts';
import { findDataFile, readDataFile } from './data-files.ts';
import type { Dataset, ImageSet } from './dataset.ts';
import { requireLabels } from './idx-dataset.ts';

const side = 32;
const channels = 3;
const pixels = side * side;
const imageBytes = channels * pixels;

const shape = { height: side, width: side, channels };

/** Of CIFAR-10's batches. */
const batchImages = 10_000;
const batchesInAll = 5;

/** CIFAR-10 (Krizhevsky, 2009), binary version: those of its five training batches that are there, and the test batch. */
export async function openCifar10(folder: string): Promise<Dataset | undefined> {
  const folders = ['cifar-10-batches-bin', 'cifar10'].map((name) => path.join(folder, name));
  const names = Array.from({ length: batchesInAll }, (_, batch) => `data_batch_${batch + 1}.bin`);
  const found = await Promise.all(names.map((name) => findDataFile(folders, name)));
  const train = found.filter((file) => file !== undefined);
  const test = await findDataFile(folders, 'test_batch.bin');
  if (train.length === 0 || !test) return undefined;
  const files = { train, test: [test] };
  const images = (train.length * batchImages).toLocaleString('en');
  const part = train.length < batchesInAll ? ` (${train.length} of its ${batchesInAll} batches)` : '';
  return {
    name: 'cifar10',
    description: `Animals and vehicles, 32×32 in colour: ${images} to train on${part}, 10,000 to test.`,
    classes: 10,
    ...shape,
    trainImages: train.length * batchImages,
    testImages: batchImages,
    mean: [0.4914, 0.4822, 0.4465],
    std: [0.2471, 0.2435, 0.2616],
    load: (split) => readRecords(files[split], batchImages, 1, 10),
  };
}

/** CIFAR-100 (Krizhevsky, 2009), binary version, with its fine labels. */
export async function openCifar100(folder: string): Promise<Dataset | undefined> {
  const folders = ['cifar-100-binary', 'cifar100'].map((name) => path.join(folder, name));
  const [train, test] = await Promise.all(
    ['train.bin', 'test.bin'].map((name) => findDataFile(folders, name)),
  );
  if (!train || !test) return undefined;
  const counts = { train: 50_000, test: 10_000 };
  const files = { train: [train], test: [test] };
  return {
    name: 'cifar100',
    description: 'A hundred kinds of things, 32×32 in colour: 50,000 to train on, 10,000 to test.',
    classes: 100,
    ...shape,
    trainImages: counts.train,
    testImages: counts.test,
    mean: [0.5071, 0.4867, 0.4408],
    std: [0.2675, 0.2565, 0.2761],
    load: (split) => readRecords(files[split], counts[split], 2, 100),
  };
}

/**
 * Reads files of records: `labelBytes` labels, of which the last counts, and three planes of an image.
 * @param count images of each file
 */
async function readRecords(
  files: readonly string[],
  count: number,
  labelBytes: number,
  classes: number,
): Promise<ImageSet> {
  const images = new Uint8Array(files.length * count * imageBytes);
  const labels = new Uint8Array(files.length * count);
  const recordBytes = labelBytes + imageBytes;
  for (const [index, file] of files.entries()) {
    const records = await readDataFile(file);
    if (records.length !== count * recordBytes)
      throw badInput(
        `${file} has ${records.length} bytes; ${count} records of ${recordBytes} bytes were wanted.`,
      );
    const own = labels.subarray(index * count, (index + 1) * count);
    for (let record = 0; record < count; record++) {
      const planes = record * recordBytes + labelBytes;
      own[record] = records[planes - 1]!;
      const start = (index * count + record) * imageBytes;
      for (let pixel = 0; pixel < pixels; pixel++) {
        for (let channel = 0; channel < channels; channel++)
          images[start + pixel * channels + channel] = records[planes + channel * pixels + pixel]!;
      }
    }
    requireLabels(file, own, classes);
  }
  return { images, labels, count: labels.length };
}
