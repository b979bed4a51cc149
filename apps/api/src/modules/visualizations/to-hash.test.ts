import { expect, test } from 'vitest';
import { toHash } from './to-hash.ts';

test('writes bits as imagehash does', () => {
  expect(toHash('1'.padEnd(64, '0'))).toEqual({ hex: '8000000000000000', bits: 64 });
  expect(toHash('1'.padStart(64, '0'))).toEqual({ hex: '0000000000000001', bits: 64 });
  expect(toHash('1'.repeat(42))).toEqual({ hex: '3ffffffffff', bits: 42 });
});
