import type { Pixels } from '../images/pixels.ts';
import { kernelMemory, kernels } from './kernels.ts';

const blackBelow = 32;
const hueBins = 6;

/** Where a pixel is counted: black, grey, the hues of faint colours, those of bright ones, or in no bin. */
export const black = 0;
export const grey = 1;
export const faint = 2;
export const bright = faint + hueBins;
export const unbinned = bright + hueBins;

/** The kernel takes so many pixels at once. */
const lanes = 8;

/** The bin of each pixel, by Pillow's luma and HSV. To be read before the next kernel runs. */
export function colorBins({ channels, data }: Pixels): Uint8Array {
  if (channels === 1) return data.map((value) => (value < blackBelow ? black : grey));
  const pixels = data.length / 3;
  const whole = lanes * Math.ceil(pixels / lanes);
  const memory = kernelMemory(4 * whole);
  memory.set(data, whole);
  kernels.colorBins(whole, 0, whole);
  return memory.subarray(0, pixels);
}
