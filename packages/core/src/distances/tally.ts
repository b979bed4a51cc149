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
    squares += bits[place]! * bits[place]!;
  }
  return bits.length > 0 ? { count: bits.length, sum, squares } : null;
}

/** Null where all are. */
export function addTallies(tallies: readonly (Tally | null)[]): Tally | null {
  let total: Tally | null = null;
  for (const tally of tallies) {
    if (!tally) continue;
    total ??= { count: 0, sum: 0, squares: 0 };
    total.count += tally.count;
    total.sum += tally.sum;
    total.squares += tally.squares;
  }
  return total;
}

/** Mean and sample standard deviation, in bits; the deviation of a single distance is null. */
export function spreadOf({ count, sum, squares }: Tally) {
  const variance = (squares - sum ** 2 / count) / (count - 1);
  return { mean: sum / count, deviation: count > 1 ? Math.sqrt(Math.max(0, variance)) : null, count };
}
