import { byHash, type HashName, hashNames } from '../visualizations/hash-names.ts';
import type { Compared } from './compared-neurons.ts';
import type { HashedPicture } from './find-hashed-pictures.ts';
import { type Tally, tallyDistances } from './tally.ts';
import { tallyFrom } from './tally-from.ts';

/** Null of a neuron that has no other to be compared with. */
export type TallyOf = (one: Compared) => Tally | null;

/** How many distances are counted one by one before it pays to prepare for more. */
const manyDistances = 2 ** 16;

/** Tallies each picture's distances from those of all other neurons in the other model, for so many neurons. */
export function unrelatedDistances(compared: readonly Compared[], neurons: number): TallyOf {
  if (neurons * compared.length < manyDistances)
    return (one) => tallyDistances(unrelatedPairs(one, compared));
  const versions = new Set(compared.map(({ from }) => from.version));
  const prepared = new Map(
    [...versions].map((version) => [
      version,
      prepare(compared.filter(({ from }) => from.version === version)),
    ]),
  );
  return (one) => prepared.get(one.from.version)!(one);
}

function* unrelatedPairs(one: Compared, compared: readonly Compared[]) {
  for (const other of compared) {
    if (other === one) continue;
    yield [one.from, other.to] as const;
    yield [other.from, one.to] as const;
  }
}

function prepare(compared: readonly Compared[]): TallyOf {
  if (compared.length === 1) return () => null;
  const fromAll = (side: 'from' | 'to') =>
    byHash((hash) => tallyFrom(compared.map((one) => wordsOf(one[side], hash))));
  const [from, to] = [fromAll('from'), fromAll('to')];
  return (one) => {
    const own = tallyDistances([[one.from, one.to]])!;
    const both = byHash((hash) => [
      to[hash](...wordsOf(one.from, hash)),
      from[hash](...wordsOf(one.to, hash)),
    ]);
    const added = (of: 'sum' | 'squares') =>
      byHash((hash) => both[hash][0]![of] + both[hash][1]![of] - 2 * own[of][hash]);
    return { count: 2 * (compared.length - 1), sum: added('sum'), squares: added('squares') };
  };
}

function wordsOf({ words, at }: HashedPicture, hash: HashName): [number, number] {
  const place = at + 2 * hashNames.indexOf(hash);
  return [words[place]!, words[place + 1]!];
}
