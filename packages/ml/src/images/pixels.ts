import { badInput, isPositiveInteger } from '../errors/domain-error.ts';

/** A picture of bytes, row by row, channel last: `data[(y * width + x) * channels + c]`, 0 to 255. */
export interface Pixels {
  width: number;
  height: number;
  /** 1 is grey, 3 is red, green, blue. */
  channels: 1 | 3;
  data: Uint8Array;
}

/** Refuses a picture without pixels, or whose bytes don't fill its shape. */
export function requirePixels({ width, height, channels, data }: Pixels): void {
  if (!isPositiveInteger(width) || !isPositiveInteger(height))
    throw badInput(
      `A picture of ${width}×${height} pixels came; both sides must be whole numbers of 1 or more.`,
    );
  if (channels !== 1 && channels !== 3)
    throw badInput(`A picture of ${channels} channels came; it must have 1 (grey) or 3 (RGB).`);
  const wanted = width * height * channels;
  if (data.length !== wanted)
    throw badInput(
      `A picture of ${width}×${height} pixels and ${channels} channels needs ${wanted} bytes, ${data.length} came.`,
    );
}
