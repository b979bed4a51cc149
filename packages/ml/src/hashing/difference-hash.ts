import type { Pixels } from '../images/pixels.ts';
import type { Bits } from './bits.ts';
import { greyOf } from './grey.ts';
import { lanczos } from './lanczos.ts';

/** `imagehash.dhash`, 64 bits: the grey picture at 9 wide × 8 high, each pixel > the one to its left. */
export function differenceHash(pixels: Pixels): Bits {
  const { data } = lanczos(greyOf(pixels), 9, 8);
  let bits = '';
  for (let row = 0; row < data.length; row += 9)
    for (let i = row; i < row + 8; i++) bits += data[i + 1]! > data[i]! ? '1' : '0';
  return bits;
}
