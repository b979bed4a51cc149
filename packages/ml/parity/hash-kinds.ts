import { badInput } from '../src/errors/domain-error.ts';
import { averageHash } from '../src/hashing/average-hash.ts';
import type { Bits } from '../src/hashing/bits.ts';
import { colorHash } from '../src/hashing/color-hash.ts';
import { differenceHash } from '../src/hashing/difference-hash.ts';
import { perceptualHash } from '../src/hashing/perceptual-hash.ts';
import { waveletHash } from '../src/hashing/wavelet-hash.ts';
import type { Pixels } from '../src/images/pixels.ts';

type HashKind = (pixels: Pixels, binbits: number) => Bits;

const kinds: Readonly<Record<string, HashKind>> = {
  average: averageHash,
  perceptual: perceptualHash,
  difference: differenceHash,
  wavelet: waveletHash,
  color: (pixels, binbits) => colorHash(pixels, { binbits }),
};

export const kindNames = Object.keys(kinds);

/** By its name or the first letter of it. */
export function hashOf(kind: string, pixels: Pixels, binbits: number): Bits {
  const name = kindNames.find((known) => known === kind || known[0] === kind);
  if (!name) throw badInput(`Unknown hash "${kind}"; known are ${kindNames.join(', ')}.`);
  return kinds[name]!(pixels, binbits);
}

/** The bits that a hash of `length` bits prints as `hex`. */
export function bitsOfHex(hex: unknown, length: number): Bits {
  if (typeof hex !== 'string' || !/^[0-9a-f]+$/i.test(hex) || hex.length !== Math.ceil(length / 4))
    throw badInput(`${JSON.stringify(hex)} is no hash of ${length} bits in hexadecimal.`);
  return BigInt(`0x${hex}`).toString(2).padStart(length, '0');
}

/** The `binbits` of the words that say how the hashes were made; a hash size other than 8 is refused. */
export function binbitsOf(madeWith: unknown): number {
  const words = String(madeWith);
  const size = /hash_size\W*(\d+)/.exec(words)?.[1] ?? '8';
  if (size !== '8') throw badInput(`hashes of size ${size} came; those of size 8 are built.`);
  return Number(/binbits\W*(\d+)/.exec(words)?.[1] ?? 3);
}
