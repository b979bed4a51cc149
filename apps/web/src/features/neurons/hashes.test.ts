import { expect, test } from 'vitest';
import { bitsOf } from './hashes.ts';

const words = (bits: boolean[]) => bits.map(Number).join('');

test('bits come first bit first, with the zeros in front that a number loses', () => {
  expect(words(bitsOf({ hex: '8000000000000001', bits: 64 }))).toBe(`1${'0'.repeat(62)}1`);
  expect(words(bitsOf({ hex: '00000000000000ff', bits: 64 }))).toBe('1'.repeat(8).padStart(64, '0'));
});

test('42 bits in eleven digits have no bits for the digits’ last two places', () => {
  expect(words(bitsOf({ hex: '20000000001', bits: 42 }))).toBe(`1${'0'.repeat(40)}1`);
});
