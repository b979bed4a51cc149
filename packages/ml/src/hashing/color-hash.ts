import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { type Pixels, requirePixels } from '../images/pixels.ts';
import type { Bits } from './bits.ts';
import { black, colorBins, faint, grey, unbinned } from './color-bins.ts';

/**
 * `imagehash.colorhash`, 14 × `binbits` bits: how much of the picture is black and grey, and how much of its coloured
 * rest lies in six hues, faint and bright; each fraction in `binbits` bits (default 3, so 42 bits).
 */
export function colorHash(pixels: Pixels, { binbits = 3 }: { binbits?: number } = {}): Bits {
  if (!isPositiveInteger(binbits) || binbits > 16)
    throw badInput(`binbits ${binbits} came; it must be a whole number from 1 to 16.`);
  requirePixels(pixels);
  const counts = countPixels(pixels);
  const all = pixels.width * pixels.height;
  const colored = Math.max(1, all - counts[black]! - counts[grey]!);
  const levels = 2 ** binbits;
  let bits = '';
  for (let bin = black; bin < unbinned; bin++) {
    const level = bin < faint ? (counts[bin]! / all) * levels : (counts[bin]! * levels) / colored;
    bits += digitsOf(Math.min(levels - 1, Math.trunc(level)), binbits);
  }
  return bits;
}

function countPixels(pixels: Pixels): Uint32Array {
  const counts = new Uint32Array(unbinned + 1);
  const bins = colorBins(pixels);
  for (let i = 0; i < bins.length; i++) counts[bins[i]!]!++;
  return counts;
}

/** imagehash's own digits, which aren't binary: of three bits, 4 is 110, 5 is 111, 6 is 110 and 7 is 111. */
function digitsOf(value: number, binbits: number): Bits {
  let bits = '';
  for (let i = 0; i < binbits; i++) {
    const digit = Math.floor(value / 2 ** (binbits - 1 - i)) % 2 ** (binbits - i);
    bits += digit > 0 ? '1' : '0';
  }
  return bits;
}
