import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { signFlips, signFlipTest } from './sign-flip-test.ts';

test.each([
  ['nothing but the sums as they are reaches 6 of 1 + 2 + 3', [1, 2, 3], 1 / 8],
  ['of 2 − 1 = 1, so does 2 + 1', [2, -1], 2 / 4],
  ['two equal and opposite differences tell nothing', [1, -1], 3 / 4],
  ['nor do differences of 0', [0, 0], 1],
  ['sums that are equal but for their last digits are equal', [0.1, 0.2, -0.3], 5 / 8],
])('%s', (_, differences, p) => {
  expect(signFlipTest(differences)).toEqual({ p, exact: true });
});

/** The share of all patterns whose sum is the observed one or more, by the number of ways to each sum of whole numbers. */
function enumerated(differences: readonly number[]): number {
  let ways = new Map([[0, 1]]);
  for (const difference of differences) {
    const next = new Map<number, number>();
    for (const [sum, count] of ways)
      for (const signed of [difference, -difference])
        next.set(sum + signed, (next.get(sum + signed) ?? 0) + count);
    ways = next;
  }
  const observed = differences.reduce((sum, difference) => sum + difference, 0);
  const hits = [...ways].reduce((found, [sum, count]) => found + (sum >= observed ? count : 0), 0);
  return hits / 2 ** differences.length;
}

/** Whole numbers from −8 to 12. */
function drawn(neurons: number, seed: number): number[] {
  const random = xoroshiro128plus(seed);
  return Array.from({ length: neurons }, () => uniformInt(random, -8, 12));
}

test.each([1, 2, 3])('up to thirteen neurons, all patterns are gone through (%i)', (seed) => {
  const differences = drawn(13, seed);
  expect(signFlipTest(differences)).toEqual({ p: enumerated(differences), exact: true });
});

test.each([14, 32, 33, 100])('of %i neurons, drawn patterns tell nearly the same', (neurons) => {
  const differences = drawn(neurons, 4);
  const p = enumerated(differences);
  const test = signFlipTest(differences)!;
  expect(test.exact).toBe(false);
  expect(Math.abs(test.p - p)).toBeLessThan(
    4 * Math.sqrt((p * (1 - p)) / signFlips.draws) + 1 / signFlips.draws,
  );
  expect(signFlipTest(differences)).toEqual(test);
});

test('no drawn pattern reaches forty differences of one sign, and p isn’t 0', () => {
  expect(signFlipTest(Array(40).fill(1))!.p).toBe(1 / 10_001);
});

test('differences that may as well be of the other sign are found to differ no more often than p says', () => {
  const random = xoroshiro128plus(6);
  const tests = Array.from({ length: 1000 }, () =>
    signFlipTest(Array.from({ length: 8 }, () => uniformInt(random, -1000, 1000))),
  );
  const found = tests.filter((test) => test!.p <= 0.05).length / tests.length;
  expect(found).toBeGreaterThan(0.03);
  expect(found).toBeLessThan(0.07);
});

test('without neurons there is no test', () => {
  expect(signFlipTest([])).toBeNull();
});
