import { badInput } from '../errors/domain-error.ts';
import { findDataFile, readDataFile } from './data-files.ts';
import type { Dataset, ImageSet } from './dataset.ts';
import { decodeIdx } from './idx.ts';

type Split = 'train' | 'test';
type SplitFiles = Record<'images' | 'labels', string>;

/** A dataset's four files. */
export type IdxFiles = Record<Split, SplitFiles>;

/** How files differ from MNIST's. */
interface IdxForm {
  /** The label of the first class, default 0. */
  firstLabel?: number;
  /** Whether an image's columns lie where its rows should, default false. */
  transposed?: boolean;
}

/** What MNIST's files begin with, and those of the datasets that are made to take its place. */
const prefixesOfMnist = { train: 'train', test: 't10k' };

/** What those have in common. */
export const shapeOfMnist = {
  classes: 10,
  height: 28,
  width: 28,
  channels: 1,
  trainImages: 60_000,
  testImages: 10_000,
};

/** The dataset from files called as MNIST's; undefined where one isn't in any of the folders. */
export async function openIdxDataset(
  facts: Omit<Dataset, 'load'>,
  folders: readonly string[],
): Promise<Dataset | undefined> {
  const files = await findIdxFiles(folders, prefixesOfMnist);
  return files && idxDataset(facts, files);
}

/** The files whose names begin so; undefined where one isn't in any of the folders. */
export async function findIdxFiles(
  folders: readonly string[],
  prefixes: Record<Split, string>,
): Promise<IdxFiles | undefined> {
  const find = async (split: Split) => ({
    images: await findDataFile(folders, `${prefixes[split]}-images-idx3-ubyte`),
    labels: await findDataFile(folders, `${prefixes[split]}-labels-idx1-ubyte`),
  });
  const files = { train: await find('train'), test: await find('test') };
  const isWhole = Object.values(files).every(({ images, labels }) => images && labels);
  return isWhole ? (files as IdxFiles) : undefined;
}

export function idxDataset(facts: Omit<Dataset, 'load'>, files: IdxFiles, form: IdxForm = {}): Dataset {
  return { ...facts, load: (split) => readSplit(files[split], split, facts, form) };
}

async function readSplit(
  files: SplitFiles,
  split: Split,
  facts: Omit<Dataset, 'load'>,
  { firstLabel = 0, transposed = false }: IdxForm,
): Promise<ImageSet> {
  const [images, labels] = await Promise.all([readIdx(files.images), readIdx(files.labels)]);
  const { height, width, classes } = facts;
  const count = split === 'train' ? facts.trainImages : facts.testImages;
  requireShape(files.images, images.shape, [count, height, width]);
  requireShape(files.labels, labels.shape, [count]);
  requireLabels(files.labels, labels.values, classes, firstLabel);
  return {
    images: transposed ? transpose(images.values, height, width) : images.values,
    labels: firstLabel === 0 ? labels.values : labels.values.map((label) => label - firstLabel),
    count,
  };
}

async function readIdx(file: string) {
  return decodeIdx(await readDataFile(file), file);
}

function requireShape(file: string, came: readonly number[], wanted: readonly number[]): void {
  if (`${came}` !== `${wanted}`)
    throw badInput(`${file} has the shape [${came}], and [${wanted}] was wanted.`);
}

/** [count, width, height] → [count, height, width] */
function transpose(images: Uint8Array, height: number, width: number): Uint8Array {
  const turned = new Uint8Array(images.length);
  for (let start = 0; start < images.length; start += height * width) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++)
        turned[start + row * width + column] = images[start + column * height + row]!;
    }
  }
  return turned;
}

/** Refuses a label that no class has, and a class that no image has, naming the file. */
export function requireLabels(file: string, labels: Uint8Array, classes: number, first = 0): void {
  const wrong = labels.findIndex((label) => label < first || label >= first + classes);
  if (wrong >= 0)
    throw badInput(
      `${file} labels image ${wrong} as ${labels[wrong]}; there are ${classes} classes, from ${first} on.`,
    );
  const found = new Set(labels);
  for (let label = first; label < first + classes; label++) {
    if (!found.has(label))
      throw badInput(`${file} labels no image as ${label}; every class wants one at least.`);
  }
}
