import type { Model } from '../models/model.entity.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { byHash } from '../visualizations/hash-names.ts';
import type { Visualization } from '../visualizations/visualization.entity.ts';
import { type Compared, comparedNeurons, fromInput } from './compared-neurons.ts';
import type { HashedPicture } from './find-hashed-pictures.ts';
import type { ReadHashes } from './read-hashes.ts';
import { tallyDistances } from './tally.ts';

export type Pair = readonly [Pick<Model, 'id'>, Pick<Model, 'id'>];

/** How far some pairs of models are apart in one neuron: the mean over the pairs that have it. */
export interface MeanDistance<P extends Pair = Pair> extends HammingDistance {
  /** `stage2.block0:17` */
  neuron: string;
  /** Those that have it. */
  pairs: P[];
}

/** The mean distances of the pictures that the models of some pairs have by a recipe, in one layer or in all: neuron by neuron, from the input on. */
export async function meanDistances<P extends Pair>(
  readHashes: ReadHashes,
  pairs: readonly P[],
  { preset, seed }: Pick<Visualization, 'preset' | 'seed'>,
  layer?: string | null,
): Promise<MeanDistance<P>[]> {
  const pictures = await readHashes(
    pairs.flatMap((pair) => pair.map(({ id: modelId }) => ({ modelId, preset, seed }))),
  );
  const neurons = new Map<string, { from: HashedPicture; pairs: P[]; compared: Compared[] }>();
  for (const [place, pair] of pairs.entries()) {
    for (const one of comparedNeurons(pictures[2 * place]!, pictures[2 * place + 1]!, seed)) {
      if (layer && one.from.layer !== layer) continue;
      const known = neurons.get(one.neuron) ?? { from: one.from, pairs: [], compared: [] };
      neurons.set(one.neuron, known);
      known.pairs.push(pair);
      known.compared.push(one);
    }
  }
  return [...neurons]
    .sort(([, a], [, b]) => fromInput(a, b))
    .map(([neuron, { pairs, compared }]) => {
      const { sum, count } = tallyDistances(compared.map(({ from, to }) => [from, to]))!;
      return { neuron, pairs, ...byHash((hash) => sum[hash] / count) };
    });
}
