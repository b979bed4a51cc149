import type { Experiment } from '../experiments/experiment.entity.ts';
import type { Model } from '../models/model.entity.ts';
import { type PairKind, pairsOf } from '../models/model-pairs.ts';
import { comparePairs, type PairComparison } from './compare-pairs.ts';
import { type MeanDistance, meanDistances } from './mean-distances.ts';
import type { ReadHashes } from './read-hashes.ts';

/** Pairs of one kind in one experiment, and the recipe of the pictures that they are compared by. */
export interface PairSet {
  experiment: Pick<Experiment, 'name'>;
  /** The experiment's, in the order of the family. */
  models: readonly Model[];
  kind: PairKind;
  preset: string;
  seed: number;
}

export interface FamilyComparison extends PairComparison {
  /** Why there is no test; empty where there is one. */
  missing: string[];
}

/** Tests whether the first pairs are farther apart than the second, over all their neurons or those of one layer. */
export async function compareFamilies(
  readHashes: ReadHashes,
  of: PairSet,
  against: PairSet,
  layer?: string | null,
): Promise<FamilyComparison> {
  const [first, second] = await Promise.all(
    [of, against].map(({ models, kind, preset, seed }) =>
      meanDistances(readHashes, pairsOf(models, kind), { preset, seed }, layer),
    ),
  );
  const comparison = comparePairs(first!, second!);
  return { ...comparison, missing: comparison.hashes ? [] : missingFrom([of, first!], [against, second!]) };
}

function missingFrom(...sets: [PairSet, MeanDistance[]][]): string[] {
  const empty = sets.filter(([, distances]) => distances.length === 0);
  if (empty.length === 0) return ['no neuron has distances in both'];
  return empty.map(
    ([{ kind, experiment, preset, seed }]) =>
      `no two ${kind} of “${experiment.name}” have a picture of one neuron by ${preset}, seed ${seed}`,
  );
}
