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

/** Of two hexadecimal numbers of one length, in small letters. */
function unequalBits(a: string, b: string): number {
  let count = 0;
  for (let place = 0; place < a.length; place++)
    count += unequalIn[a.charCodeAt(place) * codes + b.charCodeAt(place)]!;
  return count;
}

const codes = 128;

/** Unequal bits of two digits, by their codes: hundreds of pictures are compared at once. */
const unequalIn = new Uint8Array(codes * codes);
for (let a = 0; a < 16; a++)
  for (let b = 0; b < 16; b++) {
    const place = a.toString(16).charCodeAt(0) * codes + b.toString(16).charCodeAt(0);
    unequalIn[place] = [...(a ^ b).toString(2)].filter((bit) => bit === '1').length;
  }
