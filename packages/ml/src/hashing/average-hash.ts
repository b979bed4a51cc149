import type { Pixels } from '../images/pixels.ts';
import { type Bits, bitsAbove } from './bits.ts';
import { greyOf } from './grey.ts';
import { lanczos } from './lanczos.ts';

/** `imagehash.average_hash`, 64 bits: the grey picture at 8×8, pixel > mean. */
export function averageHash(pixels: Pixels): Bits {
  const { data } = lanczos(greyOf(pixels), 8, 8);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return bitsAbove(data, mean);
}
