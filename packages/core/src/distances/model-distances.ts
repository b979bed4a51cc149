import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Measurement } from '../evaluations/evaluation.entity.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { type ByHash, byHash, type HashName, lazyByHash } from '../visualizations/hash-names.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import {
  countPair,
  type ModelPair,
  type NeuronCounts,
  type PicturedPair,
  readPairs,
} from './count-distances.ts';
import type { HashedPictures } from './find-hashed-pictures.ts';
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
export type MeasureModels = (
  pairs: readonly Omit<ModelPair, 'neurons'>[],
) => Promise<(ModelDistance | null)[]>;

export function modelDistances(
  readHashes: ReadHashes,
  pairs: readonly Omit<ModelPair, 'neurons'>[],
): Promise<(ModelDistance | null)[]> {
  return keepModelDistances(readHashes)(pairs);
}

/** Neurons whose counts are kept: 30 MB, and more where there are floors. */
const mostNeurons = 100_000;

interface Kept {
  pictures: [HashedPictures, HashedPictures];
  distance: ModelDistance | null;
}

/**
 * Measures, and keeps what came out as long as it reads the same pictures: from either model to the other it is the same. What else waits
 * has its turn between two pairs.
 */
export function keepModelDistances(readHashes: ReadHashes): MeasureModels {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostNeurons,
    sizeCalculation: ({ distance }) => 1 + (distance?.neurons.length ?? 0),
  });
  async function measure(pictured: PicturedPair): Promise<ModelDistance | null> {
    const { pair, from, to } = pictured;
    const pictures: Kept['pictures'] = pair.from < pair.to ? [from, to] : [to, from];
    const models = [pair.from, pair.to].sort();
    const key = [...models, pair.preset, pair.seed, pair.layer ?? ''].join(' ');
    const known = kept.get(key);
    if (known && pictures.every((ofModel, place) => ofModel === known.pictures[place])) return known.distance;
    await setImmediate();
    const counts = countPair(pictured);
    const distance = counts.length > 0 ? modelDistance(counts) : null;
    kept.set(key, { pictures, distance });
    return distance;
  }
  return async (pairs) => {
    const distances: (ModelDistance | null)[] = [];
    for (const pictured of await readPairs(readHashes, pairs)) distances.push(await measure(pictured));
    return distances;
  };
}

/** Of the neurons of one pair, all that there are. */
function modelDistance(counts: NeuronCounts[]): ModelDistance {
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
    neurons: counts,
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
