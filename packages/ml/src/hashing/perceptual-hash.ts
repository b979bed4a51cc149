import type { Pixels } from '../images/pixels.ts';
import { type Bits, bitsAbove, medianOfEven } from './bits.ts';
import { dct32 } from './dct.ts';
import { greyOf } from './grey.ts';
import { lanczos } from './lanczos.ts';

const side = 32;
const kept = 8;

/**
 * `imagehash.phash`, 64 bits: the grey picture at 32×32, DCT-II down the columns and then along the rows,
 * of it the 8×8 lowest frequencies with the DC term, coefficient > median.
 */
export function perceptualHash(pixels: Pixels): Bits {
  const { data } = lanczos(greyOf(pixels), side, side);
  const low = lowFrequencies(data);
  return bitsAbove(low, medianOfEven(low));
}

/** [8, 8] of the [32, 32] transform: only the rows that are kept go through the second pass. */
function lowFrequencies(data: Uint8Array): Float64Array {
  const line = new Float64Array(side);
  const rows = new Float64Array(kept * side);
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) line[y] = data[y * side + x]!;
    dct32(line);
    for (let v = 0; v < kept; v++) rows[v * side + x] = line[v]!;
  }
  const low = new Float64Array(kept * kept);
  for (let v = 0; v < kept; v++) {
    line.set(rows.subarray(v * side, (v + 1) * side));
    dct32(line);
    low.set(line.subarray(0, kept), v * kept);
  }
  return low;
}
