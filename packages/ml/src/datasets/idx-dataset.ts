import { badInput } from '../errors/domain-error.ts';
import { findDataFile, readDataFile } from './data-files.ts';
import type { Dataset, ImageSet } from './dataset.ts';
import { decodeIdx } from './idx.ts';

/** What MNIST's files are called, and those of the datasets that are made to take its place. */
const prefixes = { train: 'train', test: 't10k' } as const;

type Split = keyof typeof prefixes;

/** What those have in common. */
export const shapeOfMnist = {
  classes: 10,
  height: 28,
  width: 28,
  channels: 1,
  trainImages: 60_000,
  testImages: 10_000,
};

/** The dataset from MNIST's four files; undefined where one isn't in any of the folders. */
export async function openIdxDataset(
  facts: Omit<Dataset, 'load'>,
  folders: readonly string[],
): Promise<Dataset | undefined> {
  const find = async (split: Split) => ({
    images: await findDataFile(folders, `${prefixes[split]}-images-idx3-ubyte`),
    labels: await findDataFile(folders, `${prefixes[split]}-labels-idx1-ubyte`),
  });
  const files = { train: await find('train'), test: await find('test') };
  const isWhole = Object.values(files).every(({ images, labels }) => images && labels);
  if (!isWhole) return undefined;
  return { ...facts, load: (split) => readSplit(files[split] as SplitFiles, split, facts) };
}

type SplitFiles = Record<'images' | 'labels', string>;

async function readSplit(files: SplitFiles, split: Split, facts: Omit<Dataset, 'load'>): Promise<ImageSet> {
  const [images, labels] = await Promise.all([readIdx(files.images), readIdx(files.labels)]);
  const count = split === 'train' ? facts.trainImages : facts.testImages;
  requireShape(files.images, images.shape, [count, facts.height, facts.width]);
  requireShape(files.labels, labels.shape, [count]);
  requireLabels(files.labels, labels.values, facts.classes);
  return { images: images.values, labels: labels.values, count };
}

async function readIdx(file: string) {
  return decodeIdx(await readDataFile(file), file);
}

function requireShape(file: string, came: readonly number[], wanted: readonly number[]): void {
  if (`${came}` !== `${wanted}`)
    throw badInput(`${file} has the shape [${came}], and [${wanted}] was wanted.`);
}

/** Refuses a label that no class has, naming the file and the image. */
export function requireLabels(file: string, labels: Uint8Array, classes: number): void {
  const wrong = labels.findIndex((label) => label >= classes);
  if (wrong >= 0)
    throw badInput(
      `${file} labels image ${wrong} as ${labels[wrong]}; there are ${classes} classes, from 0 on.`,
    );
}
