import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from './random.ts';

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const uniforms = (random: Random): number[] => take(5, random.uniform);

describe('a stream', () => {
  it('depends on its key alone', () => {
    const first = uniforms(createRandom(7, 'mask', 0));
    uniforms(createRandom(7, 'mask', 1));
    expect(uniforms(createRandom(7, 'mask', 0))).toEqual(first);
  });

  it.each([[[8, 'mask', 0]], [[7, 'batches', 0]], [[7, 'mask', 1]], [[7, 'mask']], [['7/mask', 0]]])(
    'of the key %j is another one',
    (key) => {
      expect(uniforms(createRandom(...key))).not.toEqual(uniforms(createRandom(7, 'mask', 0)));
    },
  );

  it('keeps its values from version to version', () => {
    const random = createRandom(1, 'golden');
    expect(take(4, () => random.integer(1000))).toEqual([727, 32, 675, 518]);
  });

  it('of a neighbouring seed is unrelated', () => {
    const [a, b] = [createRandom(1, 'x'), createRandom(2, 'x')];
    const products = take(10_000, () => (a.uniform() - 0.5) * (b.uniform() - 0.5) * 12);
    expect(Math.abs(mean(products))).toBeLessThan(0.05);
  });
});

describe('draws', () => {
  it('are uniform in [0, 1)', () => {
    const values = take(20_000, createRandom(3).uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(1 / 2, 1.5);
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it('of whole numbers reach each of them equally often', () => {
    const random = createRandom(4);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 9000; draw++) counts[random.integer(3)]!++;
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(200);
  });

  it('are normal with mean 0, variance 1 and no skew', () => {
    const values = take(40_000, createRandom(5).normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1.5);
    expect(Math.abs(mean(values.map((value) => value ** 3)))).toBeLessThan(0.06);
    expect(mean(values.map((value) => value ** 4))).toBeCloseTo(3, 0.8);
  });
});

describe('a permutation', () => {
  it('holds every place once', () => {
    const order = createRandom(6).permutation(257);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 257 }, (_, place) => place));
  });

  it('puts each value into each place equally often', () => {
    const random = createRandom(8);
    const seen = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = random.permutation(3).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
