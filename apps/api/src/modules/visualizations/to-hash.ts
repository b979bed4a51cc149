import type { HashType } from './hashes.type.ts';

/** Bits that are written as one number. */
const pieceBits = 32;

/** `1010…`, first bit leftmost, as imagehash writes it: one number in hexadecimal, zeros in front. */
export function toHash(bits: string): HashType {
  const middle = Math.max(0, bits.length - pieceBits);
  return { hex: toHex(bits, 0, middle) + toHex(bits, middle, bits.length), bits: bits.length };
}

function toHex(bits: string, start: number, end: number): string {
  let value = 0;
  for (let bit = start; bit < end; bit++) value = (value << 1) | (bits.charCodeAt(bit) & 1);
  return end === start ? '' : (value >>> 0).toString(16).padStart(Math.ceil((end - start) / 4), '0');
}
