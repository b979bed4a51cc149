import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws where there are more patterns of signs than that; the seed makes the same ones each time. */
export const signFlips = { draws: 10_000, seed: 1 } as const;

export interface SignFlipTest {
  /** How often chance alone makes the sum as large, or larger. */
  p: number;
  /** Whether every pattern of signs was gone through; else they were drawn. */
  exact: boolean;
}

/** Whether to change the sign of the difference at a place. */
type Pattern = (place: number) => boolean;

/**
 * Tests whether one number a neuron, the difference of two groups, is above zero on the whole: if the groups were alike,
 * each difference would have the other sign as likely. Exact up to 13 neurons; of more, p = (1 + hits) / (1 + draws).
 * Takes neurons as independent of each other. Null without any.
 */
export function signFlipTest(differences: readonly number[]): SignFlipTest | null {
  if (differences.length === 0) return null;
  // Sums of the same numbers in another order may differ in their last digits.
  const slack = 1e-9 * differences.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const observed = sumUnder(() => false, differences) - slack;
  const isHit = (pattern: Pattern) => sumUnder(pattern, differences) >= observed;
  const patterns = 2 ** differences.length;
  if (patterns <= signFlips.draws)
    return { p: count(patterns, allPatterns(), isHit) / patterns, exact: true };
  const hits = count(signFlips.draws, randomPatterns(), isHit);
  return { p: (1 + hits) / (1 + signFlips.draws), exact: false };
}

function sumUnder(pattern: Pattern, differences: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < differences.length; place++)
    sum += pattern(place) ? -differences[place]! : differences[place]!;
  return sum;
}

function count(times: number, next: () => Pattern, isHit: (pattern: Pattern) => boolean): number {
  let hits = 0;
  for (let time = 0; time < times; time++) if (isHit(next())) hits++;
  return hits;
}

/** The bits of 0, 1, 2, … */
function allPatterns(): () => Pattern {
  let number = 0;
  return () => {
    const bits = number++;
    return (place) => ((bits >> place) & 1) === 1;
  };
}

/** A random word for every 32 places, asked for in order. */
function randomPatterns(): () => Pattern {
  const random = xoroshiro128plus(signFlips.seed);
  let word = 0;
  return () => (place) => {
    if (place % 32 === 0) word = random.next();
    return ((word >> (place % 32)) & 1) === 1;
  };
}
