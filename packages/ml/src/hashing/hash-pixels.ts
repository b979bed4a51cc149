import type { Pixels } from '../images/pixels.ts';
import { averageHash } from './average-hash.ts';
import type { Bits } from './bits.ts';
import { colorHash } from './color-hash.ts';
import { differenceHash } from './difference-hash.ts';
import { greyOf } from './grey.ts';
import { perceptualHash } from './perceptual-hash.ts';
import { waveletHash } from './wavelet-hash.ts';

/** Hashes compare only where this agrees: the reference, the hash size, and the bits of a colour bin. */
export const hashVersion = 'imagehash-4.3.2/8/binbits3';

export interface PixelHashes {
  /** 64 bits. */
  average: Bits;
  /** 64 bits. */
  perceptual: Bits;
  /** 64 bits. */
  difference: Bits;
  /** 64 bits. */
  wavelet: Bits;
  /** 42 bits. */
  color: Bits;
}

/** The five hashes of a picture's lossless pixels. */
export function hashPixels(pixels: Pixels): PixelHashes {
  const grey = greyOf(pixels);
  return {
    average: averageHash(grey),
    perceptual: perceptualHash(grey),
    difference: differenceHash(grey),
    wavelet: waveletHash(grey),
    color: colorHash(pixels),
  };
}
