/** Ones in a word of 32 bits: added up in pairs, in fours, in bytes, then all bytes. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Unequal bits of two hashes among [hashes, 2] words of 32 bits each. */
export const unequalBits = (one: Uint32Array, place: number, others: Uint32Array, other: number): number =>
  countBits(one[2 * place]! ^ others[2 * other]!) + countBits(one[2 * place + 1]! ^ others[2 * other + 1]!);
