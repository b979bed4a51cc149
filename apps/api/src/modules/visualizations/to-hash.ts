import type { HashType } from './hashes.type.ts';

/** `1010…`, first bit leftmost, as imagehash writes it: one number in hexadecimal, zeros in front. */
export function toHash(bits: string): HashType {
  const hex = BigInt(`0b${bits}`).toString(16);
  return { hex: hex.padStart(Math.ceil(bits.length / 4), '0'), bits: bits.length };
}
