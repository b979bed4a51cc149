/** Some Hamming distances added up: in whole numbers, so that nothing is lost. */
export interface Tally {
  /** How many. */
  count: number;
  /** Of their bits. */
  sum: number;
  /** Of the squares of their bits. */
  squares: number;
}

/** Null without any. */
export function tallyBits(bits: ArrayLike<number>): Tally | null {
  let [sum, squares] = [0, 0];
  for (let place = 0; place < bits.length; place++) {
    sum += bits[place]!;
    squares += bits[place]! ** 2;
  }
  return bits.length > 0 ? { count: bits.length, sum, squares } : null;
}

/** Null of none. */
export function addTallies(tallies: readonly Tally[]): Tally | null {
  if (tallies.length === 0) return null;
  const total = (of: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[of], 0);
  return { count: total('count'), sum: total('sum'), squares: total('squares') };
}

/** Mean and sample standard deviation, in bits; the deviation of a single distance is null. */
export function spreadOf({ count, sum, squares }: Tally) {
  const variance = (squares - sum ** 2 / count) / (count - 1);
  return { mean: sum / count, deviation: count > 1 ? Math.sqrt(Math.max(0, variance)) : null, count };
}
