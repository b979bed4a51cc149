import {
  compareFamilies,
  type Experiment,
  type FamilyComparison,
  type ModelDistance,
  modelDistances,
  type PairKind,
  pairsOf,
  readHashesFrom,
} from '@kindred/core';
import type { DataSource } from 'typeorm';

/** How far apart the pictures of an experiment's models are: the paper's Fig. 3. */
export interface Distances {
  /** The first two siblings and the first two snapshots, where there are any with pictures. */
  pairs: PairDistance[];
  /** Whether siblings are farther apart than snapshots, over all pairs of each. */
  test: FamilyComparison;
}

export interface PairDistance {
  kind: PairKind;
  models: [string, string];
  distance: ModelDistance;
}

/** @param experiment with its models, in the order of the family */
export async function readDistances(db: DataSource, experiment: Experiment): Promise<Distances> {
  const { models, config } = experiment;
  const recipe = { preset: config.visualize.preset, seed: config.seed };
  const firsts = (['siblings', 'snapshots'] as const).flatMap((kind) => {
    const [pair] = pairsOf(models, kind);
    return pair ? [{ kind, pair }] : [];
  });
  const readHashes = readHashesFrom(db);
  const distances = await modelDistances(
    readHashes,
    firsts.map(({ pair: [from, to] }) => ({ from: from.id, to: to.id, ...recipe })),
  );
  return {
    pairs: firsts.flatMap(({ kind, pair: [from, to] }, index) => {
      const distance = distances[index];
      return distance ? [{ kind, models: [from.name, to.name] as [string, string], distance }] : [];
    }),
    test: await compareFamilies(
      readHashes,
      { experiment, models, kind: 'siblings', ...recipe },
      { experiment, models, kind: 'snapshots', ...recipe },
    ),
  };
}
