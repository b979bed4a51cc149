import { describe, expect, it } from 'vitest';
import { bitsAbove, hammingBits, hexOf, medianOfEven } from './bits.ts';

describe('bits', () => {
  it('print as one number in hexadecimal, as ImageHash does', () => {
    expect(hexOf('10100001')).toBe('a1');
    expect(hexOf('1'.padStart(42, '0'))).toBe('00000000001');
    expect(hexOf('1'.padEnd(64, '0'))).toBe('8000000000000000');
  });

  it('lie as far apart as they differ', () => {
    expect(hammingBits('0000', '0000')).toBe(0);
    expect(hammingBits('0110', '1010')).toBe(2);
    expect(hammingBits('0'.repeat(64), '1'.repeat(64))).toBe(64);
  });

  it('of unequal lengths, or that are no bits, have no distance', () => {
    expect(() => hammingBits('0'.repeat(64), '0'.repeat(42))).toThrow('64 and 42 bits');
    expect(() => hammingBits('01x', '010')).toThrow('"01x" is no hash');
    expect(() => hexOf('')).toThrow('is no hash');
  });

  it('are 1 strictly above the threshold', () => {
    expect(bitsAbove([1, 2, 3], 2)).toBe('001');
  });

  it('split at the mean of the two middle values', () => {
    expect(medianOfEven([9, 1, 3, 4])).toBe(3.5);
  });
});
