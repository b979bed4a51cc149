import type { Database } from '../database/database.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { findHashedPictures, type HashedPicture } from './find-hashed-pictures.ts';
import { type Tally, tallyDistances } from './tally.ts';

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
 * which they are seen. One statement reads the hashes; they are compared here, since every neuron is compared with every other,
 * which takes the database twenty times as long.
 */
export async function countDistances(db: Database, pairs: readonly ModelPair[]): Promise<NeuronCounts[][]> {
  const wanted = pairs.flatMap(({ from, to, preset }) => [from, to].map((modelId) => ({ modelId, preset })));
  const bySubject = group(await findHashedPictures(db, wanted), subjectOf);
  return pairs.map((pair) => countPair(pair, bySubject));
}

/** What a model shows by a preset. */
const subjectOf = ({ modelId, preset }: { modelId: string; preset: string }) => `${modelId} ${preset}`;

interface Compared {
  neuron: string;
  from: HashedPicture;
  to: HashedPicture;
}

function countPair(
  { from, to, preset, seed, layer, neurons }: ModelPair,
  bySubject: ReadonlyMap<string, readonly HashedPicture[]>,
): NeuronCounts[] {
  const [ofFrom, ofTo] = [from, to].map((modelId) => bySubject.get(subjectOf({ modelId, preset })) ?? []);
  const bySeed = (picture: HashedPicture) => picture.seed === seed && (!layer || picture.layer === layer);
  const others = new Map(ofTo!.filter(bySeed).map((picture) => [formatNeuronRef(picture), picture]));
  const compared = ofFrom!.filter(bySeed).flatMap((picture): Compared[] => {
    const neuron = formatNeuronRef(picture);
    const other = others.get(neuron);
    return other?.version === picture.version ? [{ neuron, from: picture, to: other }] : [];
  });
  const chosen = neurons && new Set(neurons.map(formatNeuronRef));
  const ofNeuron = group(new Set([...ofFrom!, ...ofTo!]), formatNeuronRef);
  return compared
    .filter(({ neuron }) => !chosen || chosen.has(neuron))
    .map((one) => ({
      layer: one.from.layer,
      channel: one.from.channel,
      distance: tallyDistances([[one.from, one.to]])!.sum,
      floor: tallyDistances(likePairs(one, ofNeuron.get(one.neuron)!)),
      ceiling: tallyDistances(unrelatedPairs(one, compared)),
    }));
}

function group(
  pictures: Iterable<HashedPicture>,
  keyOf: (picture: HashedPicture) => string,
): Map<string, HashedPicture[]> {
  const groups = new Map<string, HashedPicture[]>();
  for (const picture of pictures) {
    const key = keyOf(picture);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key)!.push(picture);
  }
  return groups;
}

/** Each picture with those of its own model by other seeds. */
function* likePairs({ from, to }: Compared, pictures: readonly HashedPicture[]) {
  for (const own of new Set([from, to]))
    for (const other of pictures)
      if (other.modelId === own.modelId && other.seed !== own.seed) yield [own, other] as const;
}

/** Each picture with those of all other neurons in the other model. */
function* unrelatedPairs(one: Compared, compared: readonly Compared[]) {
  for (const other of compared) {
    if (other === one) continue;
    yield [one.from, other.to] as const;
    yield [other.from, one.to] as const;
  }
}
