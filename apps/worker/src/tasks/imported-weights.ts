import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@kindred/core';
import {
  type Architecture,
  type Dataset,
  type ImportedNetwork,
  importWeights,
  pictureNormalization,
  takingPictures,
  type Weights,
} from '@kindred/ml';
import type { TaskContext } from './task.ts';

/** A parent that was trained elsewhere. */
export interface ImportedParent {
  /** The data, normalised as the network was trained with. */
  data: Dataset;
  /** New tensors at every call: whoever calls disposes of them. */
  weights(): Weights;
  /** The file and its SHA-256. */
  source: string;
}

/**
 * Reads a file of the folder `weights` among the worker's data.
 * @throws DomainError BAD_INPUT if it isn't there, or is no file of this architecture's weights for this data
 */
export async function readImportedParent(
  { dataFolder }: Pick<TaskContext, 'dataFolder'>,
  file: string,
  architecture: Architecture,
  data: Dataset,
): Promise<ImportedParent> {
  const bytes = await readWeightsFile(dataFolder, file);
  const { specs, weights, preprocessing } = importAs(file, bytes, architecture, data);
  return {
    data: preprocessing ? { ...data, ...pictureNormalization(preprocessing) } : data,
    weights: () => (preprocessing ? takingPictures(weights(), specs, preprocessing).weights : weights()),
    source: `${file}, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
  };
}

/** @throws DomainError BAD_INPUT if it isn't there */
export function readWeightsFile(dataFolder: string, file: string): Promise<Buffer> {
  return readFile(path.join(dataFolder, 'weights', file)).catch(() => {
    throw new DomainError(
      'BAD_INPUT',
      `The weights "${file}" are not here: put the file into the folder weights of this worker's data.`,
    );
  });
}

function importAs(file: string, bytes: Buffer, architecture: Architecture, data: Dataset): ImportedNetwork {
  try {
    return importWeights(bytes, architecture, data);
  } catch (error) {
    throw new DomainError('BAD_INPUT', `The weights "${file}" can't be taken: ${(error as Error).message}`);
  }
}
