import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { byHash, type HashName, hashNames } from '../visualizations/hash-names.ts';
import { countBits } from './count-bits.ts';
import type { HashedPicture } from './find-hashed-pictures.ts';

/** Some Hamming distances added up: in whole numbers, so that nothing is lost. */
export interface Tally {
  /** Distances by each hash. */
  count: number;
  /** Of their bits. */
  sum: HammingDistance;
  /** Of the squares of their bits. */
  squares: HammingDistance;
}

/** Of the distances of these pairs; those whose hashes follow different definitions have none. Null without any. */
export function tallyDistances(pairs: Iterable<readonly [HashedPicture, HashedPicture]>): Tally | null {
  const sums = new Float64Array(hashNames.length);
  const squares = new Float64Array(hashNames.length);
  let count = 0;
  for (const [one, other] of pairs) {
    if (one.version !== other.version) continue;
    count++;
    for (let hash = 0; hash < hashNames.length; hash++) {
      const bits =
        countBits(one.words[one.at + 2 * hash]! ^ other.words[other.at + 2 * hash]!) +
        countBits(one.words[one.at + 2 * hash + 1]! ^ other.words[other.at + 2 * hash + 1]!);
      sums[hash]! += bits;
      squares[hash]! += bits * bits;
    }
  }
  if (count === 0) return null;
  const named = (values: Float64Array) => byHash((hash) => values[hashNames.indexOf(hash)]!);
  return { count, sum: named(sums), squares: named(squares) };
}

/** Null of none. */
export function addTallies(tallies: readonly Tally[]): Tally | null {
  if (tallies.length === 0) return null;
  const total = (of: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0);
  return {
    count: total(({ count }) => count),
    sum: byHash((hash) => total(({ sum }) => sum[hash])),
    squares: byHash((hash) => total(({ squares }) => squares[hash])),
  };
}

/** Of distances that were each counted twice. */
export function halveTally({ count, sum, squares }: Tally): Tally {
  return {
    count: count / 2,
    sum: byHash((hash) => sum[hash] / 2),
    squares: byHash((hash) => squares[hash] / 2),
  };
}

/** Mean and sample standard deviation, in bits; the deviation of a single distance is null. */
export function spreadOf({ count, sum, squares }: Tally, hash: HashName) {
  const variance = (squares[hash] - sum[hash] ** 2 / count) / (count - 1);
  return { mean: sum[hash] / count, deviation: count > 1 ? Math.sqrt(Math.max(0, variance)) : null, count };
}
