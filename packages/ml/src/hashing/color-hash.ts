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

/** Where a pixel is counted: black, grey, the hues of faint colours, those of bright ones, or in no bin. */
const black = 0;
const grey = 1;
const faint = 2;
const bright = faint + hueBins;
const unbinned = bright + hueBins;

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

function countPixels({ channels, data }: Pixels): Uint32Array {
  const counts = new Uint32Array(unbinned + 1);
  bins ??= makeBins();
  const [greenAt, blueAt] = channels === 3 ? [1, 2] : [0, 0];
  for (let i = 0; i < data.length; i += channels)
    counts[binOf(bins, data[i]!, data[i + greenAt]!, data[i + blueAt]!)]!++;
  return counts;
}

function binOf({ tones, hues }: Bins, red: number, green: number, blue: number): number {
  if (luma(red, green, blue) < blackBelow) return black;
  const max = Math.max(red, green, blue);
  const tone = tones[(max << 8) | Math.min(red, green, blue)]!;
  if (tone === grey || tone === unbinned) return tone;
  if (red === max) return tone + hues[((max - green) << 8) | (max - blue)]!;
  if (green === max) return tone + hues[(1 << 16) | ((max - red) << 8) | (max - blue)]!;
  return tone + hues[(2 << 16) | ((max - red) << 8) | (max - green)]!;
}

/** All that a pixel's bin depends on, worked out once. */
interface Bins {
  /** By the largest and the smallest value of a pixel, each of 8 bits: grey, the first bin of its hues, or no bin. */
  tones: Uint8Array;
  /** Of the six hues, by which value is the largest and how far the other two lie below it. */
  hues: Uint8Array;
}

let bins: Bins | undefined;

function makeBins(): Bins {
  return {
    tones: Uint8Array.from({ length: 2 ** 16 }, (_, pair) => toneOf(pair >> 8, pair & 255)),
    hues: Uint8Array.from({ length: 3 * 2 ** 16 }, (_, place) => {
      const others = [255 - ((place >> 8) & 255), 255 - (place & 255)];
      const [red, green, blue] = others.toSpliced(place >> 16, 0, 255) as [number, number, number];
      const hue = hueOf(red, green, blue, 255, Math.min(...others));
      return Math.min(hueBins - 1, Math.trunc(hue / hueBinWidth));
    }),
  };
}

function toneOf(max: number, min: number): number {
  const saturation = saturationOf(max, min);
  if (saturation < greyBelow) return grey;
  // imagehash asks for < 170 and for > 170: a saturation of 170 is coloured, and in neither histogram.
  if (saturation === faintBelow) return unbinned;
  return saturation < faintBelow ? faint : bright;
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
