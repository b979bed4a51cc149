import type { PictureShape } from './corruption.ts';

/** A neighbour by its place from the pixel, and what it counts. */
export interface Tap {
  down: number;
  across: number;
  weight: number;
}

/** Which row or column of `size` stands for one outside. */
export type Edge = (place: number, size: number) => number;

/** The outermost again and again (SciPy's "nearest"). */
export const repeated: Edge = (place, size) => Math.min(size - 1, Math.max(0, place));

/** Mirrored in the outermost, which isn't doubled (OpenCV's default). */
export const mirrored: Edge = (place, size) => {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const within = ((place % period) + period) % period;
  return Math.min(within, period - within);
};

/** Weighted sums of each pixel's neighbours: [height, width, channels] → the same. */
export function sumNeighbours(
  values: ArrayLike<number>,
  { height, width, channels }: PictureShape,
  taps: readonly Tap[],
  edge: Edge,
): Float64Array {
  const sums = new Float64Array(values.length);
  for (const { down, across, weight } of taps) {
    const columns = Int32Array.from({ length: width }, (_, x) => edge(x + across, width) * channels);
    let at = 0;
    for (let y = 0; y < height; y++) {
      const row = edge(y + down, height) * width * channels;
      for (let x = 0; x < width; x++) {
        const from = row + columns[x]!;
        for (let channel = 0; channel < channels; channel++, at++)
          sums[at]! += weight * values[from + channel]!;
      }
    }
  }
  return sums;
}
