import { badInput } from '../errors/domain-error.ts';

/** A hash as '0' and '1', first bit leftmost: what PostgreSQL's `bit(n)` takes. */
export type Bits = string;

/** Hexadecimal digits of the bits read as one number, as `str(ImageHash)` prints them: 42 bits give 11 digits. */
export function hexOf(bits: Bits): string {
  requireBits(bits);
  return BigInt(`0b${bits}`)
    .toString(16)
    .padStart(Math.ceil(bits.length / 4), '0');
}

/** How many bits differ, 0 to their length. */
export function hammingBits(a: Bits, b: Bits): number {
  requireBits(a);
  requireBits(b);
  if (a.length !== b.length)
    throw badInput(
      `Hashes of ${a.length} and ${b.length} bits have no Hamming distance; take two of one kind.`,
    );
  let differing = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differing++;
  return differing;
}

function requireBits(bits: Bits): void {
  if (!/^[01]+$/.test(bits)) throw badInput(`"${bits}" is no hash: it must be a row of the digits 0 and 1.`);
}

/** One bit a value: '1' where it lies above the threshold. */
export function bitsAbove(values: ArrayLike<number>, threshold: number): Bits {
  let bits = '';
  for (let i = 0; i < values.length; i++) bits += values[i]! > threshold ? '1' : '0';
  return bits;
}

/** The median of an even number of values, as NumPy takes it: the mean of the two in the middle. */
export function medianOfEven(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2;
}
