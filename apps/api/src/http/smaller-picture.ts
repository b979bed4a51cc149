import { type Artifact, DomainError } from '@kindred/core';
import { decodePicture, mostPixels } from './decode-picture.ts';

/** Widths in pixels that pictures are given in: few, so that browsers and caches keep few. */
export const pictureWidths: readonly number[] = [64, 128, 256, 512];

/** Of a picture that is made smaller: more than a PNG of the most pixels takes. */
const mostBytes = 4 * mostPixels;

/** `?width=128&format=webp` as a width; null where neither is asked for. Throws BAD_INPUT for anything else. */
export function widthAsked({ width, format }: Record<string, unknown>): number | null {
  if (width === undefined && format === undefined) return null;
  const wanted = pictureWidths.find((one) => String(one) === width);
  if (wanted !== undefined && format === 'webp') return wanted;
  throw new DomainError(
    'BAD_INPUT',
    `width=${shown(width)}&format=${shown(format)} is no copy of a picture: write width=${pictureWidths.join(', ')} and format=webp, or neither for the lossless original.`,
  );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '');

/** Throws BAD_INPUT for what is no PNG, or too large to be made smaller while somebody waits. */
export function checkPicture({ digest, mediaType, byteLength }: Artifact): void {
  if (mediaType === 'image/png' && byteLength <= mostBytes) return;
  const what = mediaType === 'image/png' ? `a picture of ${byteLength} bytes` : mediaType;
  throw new DomainError(
    'BAD_INPUT',
    `Artifact ${digest} is ${what}: only PNG pictures of up to ${mostBytes} bytes come in other sizes. Leave width and format out.`,
  );
}

/** A WebP of a PNG's pixels, `width` of them wide, or as wide as it is where that is less. Throws BAD_INPUT for a broken picture. */
export async function smallerPicture(png: Buffer, width: number): Promise<Buffer> {
  return decodePicture(png, ['png'], (picture) =>
    picture
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 85, smartSubsample: true })
      .toBuffer(),
  );
}
