import path from 'node:path';
import { badInput } from '../errors/domain-error.ts';
import { readDataStart } from './data-files.ts';
import type { Dataset } from './dataset.ts';
import { decodeIdxShape } from './idx.ts';
import { findIdxFiles, idxDataset, shapeOfMnist } from './idx-dataset.ts';

interface Subset {
  name: string;
  classes: number;
  what: string;
  /** The label of the first class, default 0. */
  firstLabel?: number;
}

/** The parts that EMNIST comes in; merged are the letters whose capitals look the same. */
export const emnistSubsets: readonly Subset[] = [
  { name: 'balanced', classes: 47, what: 'digits and letters, some merged, as many of each' },
  { name: 'letters', classes: 26, what: 'letters, capital and small in one class', firstLabel: 1 },
  { name: 'digits', classes: 10, what: 'digits, as many of each' },
  { name: 'mnist', classes: 10, what: 'digits, as many as in MNIST' },
  { name: 'bymerge', classes: 47, what: 'digits and letters, some merged' },
  { name: 'byclass', classes: 62, what: 'digits, capital and small letters' },
];

/**
 * A part of EMNIST (Cohen et al., 2017), from its four IDX files in the folder `emnist`, with the normalisation of MNIST. Its
 * files hold images with rows and columns exchanged; here they are upright, as MNIST's.
 */
export async function openEmnist(
  folder: string,
  { name, classes, what, firstLabel = 0 }: Subset,
): Promise<Dataset | undefined> {
  const prefixes = { train: `emnist-${name}-train`, test: `emnist-${name}-test` };
  const files = await findIdxFiles([path.join(folder, 'emnist')], prefixes);
  if (!files) return undefined;
  const [trainImages, testImages] = await Promise.all(
    [files.train, files.test].map(({ labels }) => countOf(labels)),
  );
  const facts = {
    ...shapeOfMnist,
    name: `emnist-${name}`,
    description: `Handwritten ${what}, 28×28 grey: ${show(trainImages!)} to train on, ${show(testImages!)} to test.`,
    classes,
    trainImages: trainImages!,
    testImages: testImages!,
    mean: [0.1307],
    std: [0.3081],
  };
  return idxDataset(facts, files, { firstLabel, transposed: true });
}

/** How many labels a file holds: editions of EMNIST differ. */
async function countOf(file: string): Promise<number> {
  const shape = decodeIdxShape(await readDataStart(file, 8), file);
  if (shape.length !== 1) throw badInput(`${file} has the shape [${shape}], and one axis was wanted.`);
  return shape[0]!;
}

const show = (count: number) => count.toLocaleString('en');
