import { type Pixels, requirePixels } from '../images/pixels.ts';

/** A picture of one channel. */
export type Grey = Pixels & { channels: 1 };

/** Pillow's mode 'L' of an RGB pixel, 0 to 255: ITU-R 601-2 luma in fixed point. */
export const luma = (red: number, green: number, blue: number): number =>
  (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;

/** The picture in Pillow's mode 'L'; a picture of one channel is that already and comes back itself. */
export function greyOf(pixels: Pixels): Grey {
  requirePixels(pixels);
  const { width, height, channels, data } = pixels;
  if (channels === 1) return { width, height, channels, data };
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i++, j += 3) grey[i] = luma(data[j]!, data[j + 1]!, data[j + 2]!);
  return { width, height, channels: 1, data: grey };
}
