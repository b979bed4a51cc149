import { isDeepStrictEqual } from 'node:util';
import { DomainError, type Visualization } from '@kindred/core';
import type { Weights } from '@kindred/ml';
import { type FamilyMember, loadMember, loadWeights } from './family.ts';
import type { TaskContext } from './task.ts';

export interface LoadedMember extends FamilyMember {
  /** Whoever has them loaded disposes of them. */
  weights: Weights;
}

/**
 * The model that an objective contrasts another with, if it does. Throws CONFLICT if it was trained on other images, or on
 * images that were normalised otherwise.
 */
export async function loadOther(
  context: TaskContext,
  { model, data }: FamilyMember,
  { contrast }: Visualization['objective'],
): Promise<LoadedMember | undefined> {
  if (!contrast) return undefined;
  const other = await loadMember(context, contrast.modelId);
  const seen = ({ name, channels, mean, std }: FamilyMember['data']) => [name, channels, mean, std];
  if (!isDeepStrictEqual(seen(data), seen(other.data)))
    throw new DomainError(
      'CONFLICT',
      `${model.name} sees images of ${data.name} and ${other.model.name} those of ${other.data.name}, or normalised otherwise: contrast models that see the same.`,
    );
  return { ...other, weights: await loadWeights(context, other) };
}
