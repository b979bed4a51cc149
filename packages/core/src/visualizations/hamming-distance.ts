import { type ByHash, byHash } from './hash-names.ts';
import type { Picture } from './picture.ts';

/** Unequal bits: of 64, and of 42 for color. */
export type HammingDistance = ByHash<number>;

type Hashed = Pick<Picture, 'activation' | 'hashes'>;

/**
 * The distance of two pictures; null where one has no hashes yet, the two follow different definitions, or a neuron stayed
 * silent: with activation 0 there is no gradient, and its picture is the start image still.
 */
export function hammingDistance(from: Hashed, to: Hashed): HammingDistance | null {
  const [a, b] = [from.hashes, to.hashes];
  if (!a || !b || a.version !== b.version || from.activation === 0 || to.activation === 0) return null;
  return byHash((hash) => unequalBits(a[hash].hex, b[hash].hex));
}

/** Of two hexadecimal numbers of one length. */
function unequalBits(a: string, b: string): number {
  let count = 0;
  for (let place = 0; place < a.length; place++)
    count += onesOf[digit(a.charCodeAt(place)) ^ digit(b.charCodeAt(place))]!;
  return count;
}

/** Ones of a hexadecimal digit in binary. */
const onesOf = Uint8Array.of(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

/** Of the code of `0`–`9` or `a`–`f`. */
const digit = (code: number): number => (code < 58 ? code - 48 : code - 87);
