import { badInput } from '../errors/domain-error.ts';
import type { Pixels } from '../images/pixels.ts';
import type { MapSize } from '../networks/map-sizes.ts';

/**
 * The cells' pictures side by side, row by row, as bytes: 255·x, truncated.
 * @param cells [size, size, channels] in [0, 1] each
 */
export function arrangeCells(
  cells: readonly Float32Array[],
  { height, width }: MapSize,
  size: number,
  channels: number,
): Pixels {
  const row = size * channels;
  const data = new Uint8Array(height * width * size * row);
  for (const [cell, values] of cells.entries()) {
    if (!values.every(Number.isFinite))
      throw badInput(`The picture of cell ${cell} is no picture: its gradients leave the range of numbers.`);
    const [down, across] = [Math.floor(cell / width), cell % width];
    for (let y = 0; y < size; y++) {
      const bytes = Uint8Array.from(values.subarray(y * row, (y + 1) * row), (value) =>
        Math.trunc(255 * value),
      );
      data.set(bytes, ((down * size + y) * width + across) * row);
    }
  }
  return { width: width * size, height: height * size, channels: channels as Pixels['channels'], data };
}
