import { type DecodedPng, decode, encode, hasPngSignature } from 'fast-png';
import { badInput } from '../errors/domain-error.ts';
import { type Pixels, requirePixels } from './pixels.ts';

/** A lossless 8-bit PNG file: grey for one channel, RGB for three. */
export function encodePng(pixels: Pixels): Uint8Array {
  requirePixels(pixels);
  const { width, height, channels, data } = pixels;
  return encode({ width, height, channels, data, depth: 8 });
}

/**
 * The pixels of an 8-bit grey or RGB file; an alpha channel is dropped if it is opaque everywhere.
 * Palettes, 16 bits, and transparency are refused, since any conversion would change the hashed pixels.
 */
export function decodePng(file: Uint8Array): Pixels {
  const png = readPng(file);
  if (png.depth !== 8 || !(png.data instanceof Uint8Array))
    throw badInput(`A PNG with ${png.depth} bits a sample came; save it with 8.`);
  if (png.palette) throw badInput('A PNG with a palette came; save it as grey or RGB.');
  if (png.transparency)
    throw badInput('A PNG with a transparent colour came; save it as opaque grey or RGB.');
  const pixels = withoutAlpha(png.width, png.height, png.channels, png.data);
  requirePixels(pixels);
  return pixels;
}

function readPng(file: Uint8Array): DecodedPng {
  if (!hasPngSignature(file))
    throw badInput(`This is no PNG file: its ${file.length} bytes don't begin with the PNG signature.`);
  try {
    return decode(file, { checkCrc: true });
  } catch (error) {
    throw badInput(`A broken PNG file of ${file.length} bytes: ${(error as Error).message}`, error);
  }
}

function withoutAlpha(width: number, height: number, samples: number, data: Uint8Array): Pixels {
  if (samples === 1 || samples === 3) return { width, height, channels: samples, data };
  const channels = samples === 2 ? 1 : 3;
  const opaque = new Uint8Array((data.length / samples) * channels);
  for (let from = 0, to = 0; from < data.length; from += samples, to += channels) {
    const alpha = data[from + channels]!;
    if (alpha !== 255)
      throw badInput(
        `A PNG with transparent pixels came (alpha ${alpha} at pixel ${from / samples}); flatten it first.`,
      );
    for (let c = 0; c < channels; c++) opaque[to + c] = data[from + c]!;
  }
  return { width, height, channels, data: opaque };
}
