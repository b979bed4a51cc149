import type { Model } from '../models/model.entity.ts';
import { formatNeuronRef } from '../neurons/neuron-ref.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { byHash, hashNames } from '../visualizations/hash-names.ts';
import type { Visualization } from '../visualizations/visualization.entity.ts';
import { comparePictures, distancesBetween } from './compare-pictures.ts';
import { channelOf, layerOf } from './neuron-keys.ts';
import type { ReadHashes } from './read-hashes.ts';

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
  const neurons = new Map<number, { neuron: string; pairs: P[]; sums: number[] }>();
  for (const [place, pair] of pairs.entries())
    for (const compared of comparePictures(pictures[2 * place]!, pictures[2 * place + 1]!, seed, layer)) {
      const { keys, layers } = compared;
      const bits = hashNames.map((hash) => distancesBetween(compared, hash));
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at]!;
        let known = neurons.get(key);
        if (!known) {
          const neuron = formatNeuronRef({ layer: layerOf(key, layers), channel: channelOf(key) });
          known = { neuron, pairs: [], sums: hashNames.map(() => 0) };
          neurons.set(key, known);
        }
        known.pairs.push(pair);
        for (let hash = 0; hash < bits.length; hash++) known.sums[hash]! += bits[hash]![at]!;
      }
    }
  return [...neurons]
    .sort(([a], [b]) => a - b)
    .map(([, { neuron, pairs, sums }]) => {
      const mean = byHash((hash) => sums[hashNames.indexOf(hash)]! / pairs.length);
      return { neuron, pairs, ...mean };
    });
}
