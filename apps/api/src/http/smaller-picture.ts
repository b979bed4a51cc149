import { type Artifact, DomainError } from '@kindred/core';
import sharp, { type Sharp } from 'sharp';
import { decodePicture, mostPixels } from './decode-picture.ts';

/** Widths in pixels that pictures are given in: few, so that browsers and caches keep few. */
export const pictureWidths: readonly number[] = [64, 128, 256, 512];

/** Of pictures that are made smaller: more than a PNG of the most pixels takes. */
const mostBytes = 4 * mostPixels;

/** `?width=128&format=webp` as a width; null where neither is asked for. Throws BAD_INPUT for anything else. */
export function widthAsked({ width, format }: Record<string, unknown>): number | null {
  if (width === undefined && format === undefined) return null;
  const wanted = pictureWidths.find((one) => String(one) === width);
  if (wanted !== undefined && format === 'webp') return wanted;
  throw new DomainError(
    'BAD_INPUT',
    `width=${shown(width)}&format=${shown(format)} is no copy of a picture: write ${asCopy}, or neither for the lossless original.`,
  );
}

/** What is written for one. */
export const asCopy = `width=${pictureWidths.join(', ')} and format=webp`;

const shown = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '');

/** Pictures in one. */
const longestStrip = 16;

/** Throws BAD_INPUT unless all are PNGs, and together not too many or too large to be made smaller while somebody waits. */
export function checkPictures(files: readonly Artifact[]): void {
  if (files.length > longestStrip)
    throw new DomainError(
      'BAD_INPUT',
      `${files.length} pictures are too many in one: ${longestStrip} at most.`,
    );
  const other = files.find(({ mediaType }) => mediaType !== 'image/png');
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (!other && bytes <= mostBytes) return;
  const what = other
    ? `Artifact ${other.digest} is ${other.mediaType}`
    : `Artifact ${files.map(({ digest }) => digest)} is ${bytes} bytes of pictures`;
  throw new DomainError(
    'BAD_INPUT',
    `${what}: only PNG pictures of up to ${mostBytes} bytes come in other sizes. Leave width and format out.`,
  );
}

/** A WebP of a PNG's pixels, `width` of them wide, or as wide as it is where that is less. Throws BAD_INPUT for a broken picture. */
export const smallerPicture = (png: Buffer, width: number): Promise<Buffer> =>
  decodePicture(png, ['png'], (picture) => toWebp(smaller(picture, width)));

/** The same of several, from left to right in one. Throws BAD_INPUT unless all of them come to the same size. */
export async function pictureStrip(pngs: readonly Buffer[], width: number): Promise<Buffer> {
  const parts = await Promise.all(
    pngs.map((png) =>
      decodePicture(png, ['png'], (picture) =>
        smaller(picture, width).png({ compressionLevel: 0 }).toBuffer({ resolveWithObject: true }),
      ),
    ),
  );
  const [size, other] = new Set(parts.map(({ info }) => `${info.width} × ${info.height}`));
  if (other)
    throw new DomainError('BAD_INPUT', `Pictures of ${size} and ${other} pixels are no strip: ask for each.`);
  return toWebp(
    sharp(
      parts.map(({ data }) => data),
      { join: { across: parts.length } },
    ),
  );
}

const smaller = (picture: Sharp, width: number) => picture.resize({ width, withoutEnlargement: true });

const toWebp = (picture: Sharp) => picture.webp({ quality: 85, smartSubsample: true }).toBuffer();
