import { LRUCache } from 'lru-cache';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws where there are more patterns of signs than that; the seed makes the same ones each time. */
export const signFlips = { draws: 10_000, seed: 1 } as const;

export interface SignFlipTest {
  /** How often chance alone makes the sum as large, or larger. */
  p: number;
  /** Whether every pattern of signs was gone through; else they were drawn. */
  exact: boolean;
}

/**
 * Tests whether one number a neuron, the difference of two groups, is above zero on the whole: if the groups were alike,
 * each difference would have the other sign as likely. Exact up to 13 neurons; of more, p = (1 + hits) / (1 + draws).
 * Takes neurons as independent of each other. Null without any.
 */
export function signFlipTest(differences: readonly number[]): SignFlipTest | null {
  if (differences.length === 0) return null;
  // Sums of the same numbers in another order may differ in their last digits.
  const slack = 1e-9 * differences.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const observed = differences.reduce((sum, difference) => sum + difference, 0) - slack;
  const sums = groupSums(differences);
  const patterns = 2 ** differences.length;
  if (patterns <= signFlips.draws)
    return {
      p:
        countHits(
          sums,
          Int32Array.from({ length: patterns }, (_, bits) => bits),
          observed,
        ) / patterns,
      exact: true,
    };
  const hits = countHits(sums, drawPatterns(differences.length), observed);
  return { p: (1 + hits) / (1 + signFlips.draws), exact: false };
}

/** Neurons whose signs are looked up together. */
const groupSize = 8;
const groupPatterns = 2 ** groupSize;
const groupsAWord = 32 / groupSize;
/** Of a group without differences. */
const zeros = new Float64Array(groupPatterns);

/** Of every group of differences, in order, the sum under each pattern of signs: a bit a difference, 1 where it is changed. */
function groupSums(differences: readonly number[]): Float64Array[] {
  return Array.from({ length: Math.ceil(differences.length / groupSize) }, (_, group) => {
    const first = groupSize * group;
    const sums = new Float64Array(groupPatterns);
    sums[0] = differences.slice(first, first + groupSize).reduce((sum, difference) => sum + difference, 0);
    for (let place = 0; place < groupSize; place++) {
      const bit = 1 << place;
      // Patterns have bits also where there are no more differences.
      const difference = differences[first + place] ?? 0;
      for (let pattern = 0; pattern < bit; pattern++) sums[pattern + bit] = sums[pattern]! - 2 * difference;
    }
    return sums;
  });
}

/** @param patterns [words, patterns]: the bits of 32 differences in each word */
function countHits(sums: readonly Float64Array[], patterns: Int32Array, observed: number): number {
  const words = Math.ceil(sums.length / groupsAWord);
  const totals = new Float64Array(patterns.length / words);
  for (let word = 0; word < words; word++) {
    const groups = sums.slice(word * groupsAWord, (word + 1) * groupsAWord);
    const [a = zeros, b = zeros, c = zeros, d = zeros] = groups;
    const first = word * totals.length;
    for (let place = 0; place < totals.length; place++) {
      const bits = patterns[first + place]!;
      totals[place]! += a[bits & 255]! + b[(bits >> 8) & 255]! + c[(bits >> 16) & 255]! + d[bits >>> 24]!;
    }
  }
  return totals.reduce((hits, total) => hits + (total >= observed ? 1 : 0), 0);
}

/** The patterns by number of words, 16 MB of them: all hashes ask for the same. */
const kept = new LRUCache<number, Int32Array>({ maxSize: 2 ** 22, sizeCalculation: ({ length }) => length });

/** [words, draws]: random bits, 32 differences a word; drawn pattern by pattern. */
function drawPatterns(differences: number): Int32Array {
  const words = Math.ceil(differences / 32);
  const known = kept.get(words);
  if (known) return known;
  const random = xoroshiro128plus(signFlips.seed);
  const drawn = new Int32Array(signFlips.draws * words);
  for (let draw = 0; draw < signFlips.draws; draw++)
    for (let word = 0; word < words; word++) drawn[word * signFlips.draws + draw] = random.next();
  kept.set(words, drawn);
  return drawn;
}
