import type { ImageFieldsFragment } from '@kindred/client';
import type { CSSProperties } from 'react';
import { copyWidth } from './picture-copies.ts';

/** The API puts so many in one; about as many are in sight. */
const longest = 16;

/** Square pictures of one size, which the API gives copies of in one, from left to right: a request for all instead of one for each. */
export type PictureStrip = readonly ImageFieldsFragment[];

/** A picture's place in a strip. */
export interface StripPart {
  strip: PictureStrip;
  place: number;
}

/** Where each picture is, neighbours in one strip; null for what isn't there, or is no square. */
export function partsOf(images: readonly (ImageFieldsFragment | null | undefined)[]): (StripPart | null)[] {
  const begun = new Map<number, ImageFieldsFragment[]>();
  return images.map((image) => {
    if (!image || image.width !== image.height) return null;
    let strip = begun.get(image.width) ?? [];
    if (strip.length === longest) strip = [];
    begun.set(image.width, strip);
    return { strip, place: strip.push(image) - 1 };
  });
}

/** The same where they stand in something that can have the images of one strip only: the first. */
export function partsOfOne(images: Parameters<typeof partsOf>[0]): ReturnType<typeof partsOf> {
  const parts = partsOf(images);
  const first = parts.find((part) => part !== null)?.strip;
  return parts.map((part) => (part?.strip === first ? part : null));
}

/**
 * What a strip's parts are painted with, as custom properties for what they stand in; nothing where there are none.
 * @param parts of one strip
 * @param size pixels that each picture is shown wide
 * @param wideSize the same where the window is wide
 */
export function stripImages(
  parts: readonly (StripPart | null)[],
  size: number,
  wideSize = size,
): CSSProperties | undefined {
  const strip = parts.find((part) => part !== null)?.strip;
  if (!strip) return undefined;
  const wide = wideSize === size ? 'var(--strip)' : imageOf(strip, wideSize);
  const images = { '--strip': imageOf(strip, size), '--strip-wide': wide };
  return images as CSSProperties;
}

/** For screens of one and of two dots a pixel: of one copy, where it has all the pixels that there are. */
function imageOf(strip: PictureStrip, size: number): string {
  const digests = strip.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)).join();
  const [plain, dense] = [size, 2 * size].map((pixels) => {
    const width = copyWidth(Math.min(pixels, strip[0]!.width));
    return `url("/artifacts/${digests}?width=${width}&format=webp")`;
  });
  return plain === dense ? plain! : `image-set(${plain} 1x, ${dense} 2x)`;
}
