import type { Measurement } from '../evaluations/evaluation.entity.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { type ByHash, byHash, type HashName, lazyByHash } from '../visualizations/hash-names.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { countDistances, type ModelPair, type NeuronCounts } from './count-distances.ts';
import { meanOverNeurons } from './mean-over-neurons.ts';
import type { ReadHashes } from './read-hashes.ts';
import { addTallies, halveTally } from './tally.ts';

/** How far apart the two pictures of one neuron are. */
export interface NeuronDistance extends NeuronRef {
  hashes: ByHash<Calibration & { bits: number }>;
}

/** How far apart two models are: the mean over their neurons, in bits. */
export interface ModelDistance {
  hashes: ByHash<Calibration & { mean: Measurement }>;
  /** From the input on; `neuronDistance` says how far each is. */
  neurons: NeuronCounts[];
}

/** Each pair's distance by its recipe; null where no neuron has a picture in both models. */
export async function modelDistances(
  readHashes: ReadHashes,
  pairs: readonly Omit<ModelPair, 'neurons'>[],
): Promise<(ModelDistance | null)[]> {
  const counts = await countDistances(readHashes, pairs);
  return counts.map((neurons) => (neurons.length > 0 ? modelDistance(neurons) : null));
}

/** Of the neurons of one pair, all that there are. */
export function modelDistance(counts: readonly NeuronCounts[]): ModelDistance {
  const ceilings = addTallies(counts.flatMap(({ ceiling }) => ceiling ?? []));
  const references = {
    floor: addTallies(counts.flatMap(({ floor }) => floor ?? [])),
    // Each of its distances is of two neurons.
    ceiling: ceilings && halveTally(ceilings),
  };
  return {
    hashes: lazyByHash((hash) => {
      const bits = counts.map(({ distance }) => distance[hash]);
      const mean = meanOverNeurons(bits, `Hamming distance v1, ${hash} hash, bits`);
      return { mean, ...calibrate(mean.value, hash, references) };
    }),
    neurons: [...counts],
  };
}

export function neuronDistance(counts: NeuronCounts): NeuronDistance {
  const { layer, channel, distance } = counts;
  const hashes = byHash((hash) => ({ bits: distance[hash], ...calibrateCounts(counts, hash) }));
  return { layer, channel, hashes };
}

/** Where a neuron's distance by one hash lies. */
export function calibrateCounts({ distance, floor, ceiling }: NeuronCounts, hash: HashName): Calibration {
  return calibrate(distance[hash], hash, { floor, ceiling });
}
