import type { Database } from '../database/database.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { findHashedPictures, type HashedPicture } from './find-hashed-pictures.ts';
import { type Tally, tallyDistances } from './tally.ts';
import { type Compared, unrelatedDistances } from './unrelated-distances.ts';

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
  const wanted = new Map(
    pairs.flatMap(({ from, to, preset }) =>
      [from, to].map((modelId) => [subjectOf({ modelId, preset }), { modelId, preset }]),
    ),
  );
  const subjects = group(await findHashedPictures(db, [...wanted.values()]), subjectOf);
  const byNeuron = new Map(
    [...subjects].map(([subject, pictures]) => [subject, group(pictures, ({ neuron }) => neuron)]),
  );
  return pairs.map((pair) => countPair(pair, byNeuron));
}

/** What a model shows by a preset. */
const subjectOf = ({ modelId, preset }: { modelId: string; preset: string }) => `${modelId} ${preset}`;

type ByNeuron = ReadonlyMap<string, readonly HashedPicture[]>;

function countPair(
  { from, to, preset, seed, layer, neurons }: ModelPair,
  byNeuron: ReadonlyMap<string, ByNeuron>,
): NeuronCounts[] {
  const picturesOf = (modelId: string): ByNeuron => byNeuron.get(subjectOf({ modelId, preset })) ?? new Map();
  const [ofFrom, ofTo] = [picturesOf(from), picturesOf(to)];
  const bySeed = (pictures: readonly HashedPicture[] = []) =>
    pictures.find((picture) => picture.seed === seed);
  const compared = [...ofFrom].flatMap(([neuron, pictures]): Compared[] => {
    const [one, other] = [bySeed(pictures), bySeed(ofTo.get(neuron))];
    if (!one || one.version !== other?.version || (layer && one.layer !== layer)) return [];
    return [{ neuron, from: one, to: other }];
  });
  const chosen = neurons && new Set(neurons.map(formatNeuronRef));
  const wanted = compared.filter(({ neuron }) => !chosen || chosen.has(neuron)).sort(fromInput);
  const ceilingOf = unrelatedDistances(compared, wanted.length);
  return wanted.map((one) => ({
    layer: one.from.layer,
    channel: one.from.channel,
    distance: tallyDistances([[one.from, one.to]])!.sum,
    floor: tallyDistances(likePairs(one, [...ofFrom.get(one.neuron)!, ...ofTo.get(one.neuron)!])),
    ceiling: ceilingOf(one),
  }));
}

const fromInput = ({ from: a }: Compared, { from: b }: Compared): number =>
  a.position - b.position || a.channel - b.channel;

function group(
  pictures: readonly HashedPicture[],
  keyOf: (picture: HashedPicture) => string,
): Map<string, HashedPicture[]> {
  const groups = new Map<string, HashedPicture[]>();
  for (const picture of pictures) {
    const key = keyOf(picture);
    const known = groups.get(key);
    if (known) known.push(picture);
    else groups.set(key, [picture]);
  }
  return groups;
}

/** Each picture with those of its own model by other seeds. */
function* likePairs({ from, to }: Compared, pictures: readonly HashedPicture[]) {
  for (const own of new Set([from, to]))
    for (const other of new Set(pictures))
      if (other.modelId === own.modelId && other.seed !== own.seed) yield [own, other] as const;
}
