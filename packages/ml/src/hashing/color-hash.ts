import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { type Pixels, requirePixels } from '../images/pixels.ts';
import type { Bits } from './bits.ts';
import { luma } from './grey.ts';
import { hueOf, saturationOf } from './hsv.ts';

const blackBelow = 32;
const greyBelow = 85;
const faintBelow = 170;
const hueBins = 6;
const hueBinWidth = 255 / hueBins;

interface ColorCounts {
  black: number;
  grey: number;
  colored: number;
  faint: number[];
  bright: number[];
}

/**
 * `imagehash.colorhash`, 14 × `binbits` bits: how much of the picture is black and grey, and how much of its coloured
 * rest lies in six hues, faint and bright; each fraction in `binbits` bits (default 3, so 42 bits).
 */
export function colorHash(pixels: Pixels, { binbits = 3 }: { binbits?: number } = {}): Bits {
  if (!isPositiveInteger(binbits) || binbits > 16)
    throw badInput(`binbits ${binbits} came; it must be a whole number from 1 to 16.`);
  requirePixels(pixels);
  const { black, grey, colored, faint, bright } = countColors(pixels);
  const all = pixels.width * pixels.height;
  const levels = 2 ** binbits;
  const ofAll = [black, grey].map((count) => Math.trunc((count / all) * levels));
  const ofColored = [...faint, ...bright].map((count) => Math.trunc((count * levels) / Math.max(1, colored)));
  return [...ofAll, ...ofColored].map((value) => bitsOf(Math.min(levels - 1, value), binbits)).join('');
}

function countColors({ channels, data }: Pixels): ColorCounts {
  const counts: ColorCounts = {
    black: 0,
    grey: 0,
    colored: 0,
    faint: new Array<number>(hueBins).fill(0),
    bright: new Array<number>(hueBins).fill(0),
  };
  const [greenAt, blueAt] = channels === 3 ? [1, 2] : [0, 0];
  for (let i = 0; i < data.length; i += channels)
    countPixel(counts, data[i]!, data[i + greenAt]!, data[i + blueAt]!);
  return counts;
}

function countPixel(counts: ColorCounts, red: number, green: number, blue: number): void {
  if (luma(red, green, blue) < blackBelow) {
    counts.black++;
    return;
  }
  const saturation = saturationOf(red, green, blue);
  if (saturation < greyBelow) {
    counts.grey++;
    return;
  }
  counts.colored++;
  // imagehash asks for < 170 and for > 170: a saturation of 170 is coloured, and in neither histogram.
  if (saturation === faintBelow) return;
  const histogram = saturation < faintBelow ? counts.faint : counts.bright;
  histogram[Math.min(hueBins - 1, Math.floor(hueOf(red, green, blue) / hueBinWidth))]!++;
}

/** imagehash's own digits, which aren't binary: of three bits, 4 is 110, 5 is 111, 6 is 110 and 7 is 111. */
function bitsOf(value: number, binbits: number): Bits {
  let bits = '';
  for (let i = 0; i < binbits; i++) {
    const digit = Math.floor(value / 2 ** (binbits - 1 - i)) % 2 ** (binbits - i);
    bits += digit > 0 ? '1' : '0';
  }
  return bits;
}
