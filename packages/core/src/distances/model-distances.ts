import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { type ByHash, byHash, type HashName, lazyByHash } from '../visualizations/hash-names.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { comparePictures } from './compare-pictures.ts';
import { type ComparedNeuron, type CountedDistances, countDistances } from './count-distances.ts';
import type { ShownPictures } from './find-hashed-pictures.ts';
import { meanBitsOverNeurons } from './mean-over-neurons.ts';
import type { ReadHashes } from './read-hashes.ts';
import { type ModelPair, type PicturedPair, readPairs } from './read-pairs.ts';
import { addTallies } from './tally.ts';

/** How far apart two models are: the mean over their neurons, in bits. */
export interface ModelDistance {
  hashes: ByHash<Calibration & { mean: Measurement }>;
  /** From the input on. */
  neurons: ComparedNeuron[];
}

export interface LayerPair extends ModelPair {
  /** Compares the neurons of this layer alone, also with each other; all that have pictures when left out. */
  layer?: string | null;
}

/** Each pair's distance by its recipe; null where no neuron has a picture in both models. */
export type MeasureModels = (pairs: readonly LayerPair[]) => Promise<(ModelDistance | null)[]>;

export function modelDistances(
  readHashes: ReadHashes,
  pairs: readonly LayerPair[],
): Promise<(ModelDistance | null)[]> {
  return keepModelDistances(readHashes)(pairs);
}

/** Neurons of which distances are kept: 10 MB, beside their pictures. */
const mostNeurons = 100_000;

interface Kept {
  pictures: [ShownPictures, ShownPictures];
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
  async function measure({ pair, from, to }: PicturedPair<LayerPair>): Promise<ModelDistance | null> {
    const pictures: Kept['pictures'] = pair.from < pair.to ? [from, to] : [to, from];
    const models = [pair.from, pair.to].sort();
    const key = [...models, pair.preset, pair.seed, pair.layer ?? ''].join(' ');
    const known = kept.get(key);
    if (known && pictures.every((ofModel, place) => ofModel === known.pictures[place])) return known.distance;
    await setImmediate();
    const counted = comparePictures(from, to, pair.seed, pair.layer).map(countDistances);
    const distance = counted.length > 0 ? modelDistance(counted) : null;
    kept.set(key, { pictures, distance });
    return distance;
  }
  return async (pairs) => {
    const distances: (ModelDistance | null)[] = [];
    for (const pictured of await readPairs(readHashes, pairs)) distances.push(await measure(pictured));
    return distances;
  };
}

/** @param counted each definition of hashes by itself */
function modelDistance(counted: readonly CountedDistances[]): ModelDistance {
  const countsBy = (hash: HashName) => counted.map(({ counts }) => counts[hash]);
  let means: ByHash<Measurement> | undefined;
  return {
    hashes: lazyByHash((hash) => {
      means ??= meanBitsOverNeurons(
        byHash((each) => countsBy(each).flatMap(({ bits }) => [...bits])),
        (each) => `Hamming distance v1, ${each} hash, bits`,
      );
      const mean = means[hash];
      const floors = countsBy(hash).flatMap(({ bits, floor }) => [...bits.keys()].map(floor));
      const ceilings = countsBy(hash).map((ofDefinition) => ofDefinition.ceilings.all());
      return { mean, ...calibrate(mean.value, { floor: addTallies(floors), ceiling: addTallies(ceilings) }) };
    }),
    neurons: counted
      .flatMap((ofDefinition) => ofDefinition.neurons())
      .sort((one, other) => one.key - other.key),
  };
}
