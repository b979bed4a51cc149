import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { byHash, type HashName, hashNames } from '../visualizations/hash-names.ts';
import type { Compared } from './compared-neurons.ts';
import { type SummedDistances, sumDistances } from './sum-distances.ts';
import { type Tally, tallyDistances } from './tally.ts';

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
  // Hash by hash, so that what each looks its distances up in stays in the processor's cache.
  const summed = byHash((hash) => {
    const [from, to] = [wordsOf(compared, 'from', hash), wordsOf(compared, 'to', hash)];
    return [sumDistances(from, to), sumDistances(to, from)] as const;
  });
  const places = new Map(compared.map((one, place) => [one, place]));
  return (one) => {
    const own = tallyDistances([[one.from, one.to]])!;
    const place = places.get(one)!;
    const added = (of: keyof SummedDistances, owns: HammingDistance) =>
      byHash((hash) => summed[hash][0][of][place]! + summed[hash][1][of][place]! - 2 * owns[hash]);
    return {
      count: 2 * (compared.length - 1),
      sum: added('sums', own.sum),
      squares: added('squares', own.squares),
    };
  };
}

/** [neurons, 2]: of one side's pictures. */
function wordsOf(compared: readonly Compared[], side: 'from' | 'to', hash: HashName): Uint32Array {
  const found = new Uint32Array(2 * compared.length);
  for (const [place, { [side]: picture }] of compared.entries()) {
    const at = picture.at + 2 * hashNames.indexOf(hash);
    found[2 * place] = picture.words[at]!;
    found[2 * place + 1] = picture.words[at + 1]!;
  }
  return found;
}
