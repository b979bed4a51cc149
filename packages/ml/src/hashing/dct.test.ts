import { describe, expect, it } from 'vitest';
import { dct32 } from './dct.ts';

const bytes = Float64Array.from({ length: 32 }, (_, i) => (i * i * 37 + 11 * i) % 256);

const direct = (k: number): number =>
  bytes.reduce((sum, value, n) => sum + 2 * value * Math.cos((Math.PI * k * (2 * n + 1)) / 64), 0);

const transformed = (values: ArrayLike<number>): Float64Array => {
  const line = Float64Array.from(values);
  dct32(line);
  return line;
};

describe('the DCT-II of 32 values', () => {
  it('is its definition', () => {
    transformed(bytes).forEach((value, k) => {
      expect(Math.abs(value - direct(k))).toBeLessThan(1e-9);
    });
  });

  it('of a constant is exactly zero but for the first', () => {
    const flat = transformed(new Float64Array(32).fill(77));
    expect(flat[0]).toBe(2 * 32 * 77);
    expect(flat.subarray(1).every((value) => value === 0)).toBe(true);
  });

  it('of a mirrored line is exactly zero at odd frequencies', () => {
    const mirrored = transformed(bytes.map((_, n) => bytes[Math.min(n, 31 - n)]!));
    expect(mirrored.every((value, k) => k % 2 === 0 || value === 0)).toBe(true);
  });
});
