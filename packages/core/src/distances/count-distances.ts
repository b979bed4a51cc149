import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { type Compared, comparedNeurons, fromInput } from './compared-neurons.ts';
import type { HashedPicture, HashedPictures } from './find-hashed-pictures.ts';
import type { ReadHashes } from './read-hashes.ts';
import { type Tally, tallyDistances } from './tally.ts';
import { unrelatedDistances } from './unrelated-distances.ts';

export interface ModelPair {
  /** Ids of two Models of one architecture. */
  from: string;
  to: string;
  preset: string;
  seed: number;
  /** Compares the neurons of this layer alone, also with each other; all that have pictures when left out. */
  layer?: string | null;
  /** Answers for these alone; for all when left out. */
  neurons?: readonly NeuronRef[];
}

/** One neuron that has a picture in both models of a pair. */
export interface NeuronCounts extends NeuronRef {
  distance: HammingDistance;
  /** From the same neuron by other seeds, in either model; null where there are none. */
  floor: Tally | null;
  /** From every other neuron of the other model, in both directions; null where there are none. */
  ceiling: Tally | null;
}

/**
 * Counts the unequal bits of each pair's pictures by its recipe, neuron by neuron from the input on, and adds up those beside
 * which they are seen. The hashes are compared here, since every neuron is compared with every other, which takes the database
 * twenty times as long.
 */
export async function countDistances(
  readHashes: ReadHashes,
  pairs: readonly ModelPair[],
): Promise<NeuronCounts[][]> {
  return (await readPairs(readHashes, pairs)).map(countPair);
}

/** A pair with what its models show. */
export interface PicturedPair {
  pair: ModelPair;
  from: HashedPictures;
  to: HashedPictures;
}

export async function readPairs(
  readHashes: ReadHashes,
  pairs: readonly ModelPair[],
): Promise<PicturedPair[]> {
  const pictures = await readHashes(
    pairs.flatMap(({ from, to, preset }) => [from, to].map((modelId) => ({ modelId, preset }))),
  );
  return pairs.map((pair, place) => ({ pair, from: pictures[2 * place]!, to: pictures[2 * place + 1]! }));
}

export function countPair({ pair: { seed, layer, neurons }, from, to }: PicturedPair): NeuronCounts[] {
  const compared = comparedNeurons(from, to, seed).filter((one) => !layer || one.from.layer === layer);
  const chosen = neurons && new Set(neurons.map(formatNeuronRef));
  const wanted = compared.filter(({ neuron }) => !chosen || chosen.has(neuron)).sort(fromInput);
  const ceilingOf = unrelatedDistances(compared, wanted.length);
  return wanted.map((one) => ({
    layer: one.from.layer,
    channel: one.from.channel,
    distance: tallyDistances([[one.from, one.to]])!.sum,
    floor: tallyDistances(likePairs(one, from.get(one.neuron)!, to.get(one.neuron)!)),
    ceiling: ceilingOf(one),
  }));
}

/** Each picture with those of its own model by other seeds; a model beside itself counts once. */
function* likePairs(
  { from, to }: Compared,
  ofFrom: readonly HashedPicture[],
  ofTo: readonly HashedPicture[],
): Generator<readonly [HashedPicture, HashedPicture]> {
  for (const other of ofFrom) if (other.seed !== from.seed) yield [from, other];
  if (ofTo === ofFrom) return;
  for (const other of ofTo) if (other.seed !== to.seed) yield [to, other];
}
