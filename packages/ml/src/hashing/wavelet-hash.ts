import type { Pixels } from '../images/pixels.ts';
import { type Bits, bitsAbove, medianOfEven } from './bits.ts';
import { type Grey, greyOf } from './grey.ts';
import { lanczos } from './lanczos.ts';

const blocks = 8;

/**
 * `imagehash.whash` (Haar), 64 bits: the grey picture at the largest power of two that fits its shorter side (at
 * least 8), its 8×8 block means, mean > median. The block sums are integers, so that equal blocks are equal; in
 * imagehash float noise decides these ties.
 */
export function waveletHash(pixels: Pixels): Bits {
  const shorter = Math.min(pixels.width, pixels.height);
  const side = Math.max(blocks, 2 ** Math.floor(Math.log2(shorter)));
  const sums = blockSums(lanczos(greyOf(pixels), side, side));
  return bitsAbove(sums, medianOfEven(sums));
}

function blockSums({ width: side, data }: Grey): Float64Array {
  const size = side / blocks;
  const sums = new Float64Array(blocks * blocks);
  for (let y = 0, i = 0; y < side; y++) {
    const first = Math.floor(y / size) * blocks;
    for (let block = first; block < first + blocks; block++) {
      let sum = 0;
      for (const end = i + size; i < end; i++) sum += data[i]!;
      sums[block]! += sum;
    }
  }
  return sums;
}
