import { DomainError } from '@kindred/core';
import sharp, { type Sharp } from 'sharp';

/** Of a picture: more than any that is painted here and than most cameras take, and what takes a moment. */
export const mostPixels = 2 ** 24;

/** How each format begins, in hexadecimal digits; of a WebP there is a length in between. */
const signatures = {
  png: /^89504e470d0a1a0a/,
  jpeg: /^ffd8ff/,
  webp: /^52494646.{8}57454250/,
} as const;
export type PictureFormat = keyof typeof signatures;

// What a file is follows from its bytes, not from what it is called: nothing else is decoded, and a picture takes one core.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

/** What is made of a file's pixels. Throws BAD_INPUT for what is of no such format, broken, or too large. */
export async function decodePicture<Made>(
  file: Buffer,
  formats: readonly PictureFormat[],
  make: (picture: Sharp) => Promise<Made>,
): Promise<Made> {
  const begin = file.toString('hex', 0, 12);
  if (!formats.some((format) => signatures[format].test(begin)))
    throw unreadable(`it is no ${formats.map((format) => format.toUpperCase()).join(', ')}`);
  try {
    return await make(sharp(file, { limitInputPixels: mostPixels, failOn: 'error', ignoreIcc: true }));
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw unreadable((cause as Error).message, cause);
  }
}

const unreadable = (reason: string, cause?: unknown): DomainError =>
  new DomainError('BAD_INPUT', `This can’t be read as a picture: ${reason}.`, { cause });
