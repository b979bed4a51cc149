import { DomainError, type GivenImage } from '@kindred/core';
import { decodePicture } from './decode-picture.ts';

/**
 * The pixels of a PNG, JPEG or WebP as people see them, turned upright by its EXIF, as a PNG and without all else that the file tells.
 * As training does, it heeds no colour profile and leaves transparency out. Throws BAD_INPUT for any other file, a broken or too
 * large one, and one that moves.
 */
export function uprightPicture(file: Buffer): Promise<Omit<GivenImage, 'name' | 'authorId'>> {
  return decodePicture(file, ['png', 'jpeg', 'webp'], async (picture) => {
    const { pages = 1 } = await picture.metadata();
    if (pages > 1 || isMovingPng(file))
      throw new DomainError('BAD_INPUT', 'This picture moves: bring one that stands still.');
    const { data: png, info } = await picture
      .autoOrient()
      .removeAlpha()
      .toColourspace('srgb')
      .png()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    if (Math.max(width, height) > longestShape * Math.min(width, height))
      throw new DomainError(
        'BAD_INPUT',
        `A picture of ${width}×${height} pixels came: the longer side may be ${longestShape} times the shorter at most.`,
      );
    return { png, width, height };
  });
}

/** Sides beyond which a middle square shows next to nothing, and scaling to it makes an image of millions. */
const longestShape = 50;

/** Whether a control chunk of an animation stands before the pixels, which decoders that know none pass over. */
function isMovingPng(file: Buffer): boolean {
  return file.subarray(0, Math.max(0, file.indexOf('IDAT'))).includes('acTL');
}
