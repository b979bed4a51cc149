import { DomainError, type GivenImage } from '@kindred/core';
import { decodePicture } from './decode-picture.ts';

/**
 * The pixels of a PNG, JPEG or WebP as people see them, turned upright by its EXIF, as a PNG and without all else that the file tells.
 * As training does, it heeds no colour profile and leaves transparency out. Throws BAD_INPUT for any other file, a broken or too
 * large one, and one that moves.
 */
export function uprightPicture(file: Buffer): Promise<Omit<GivenImage, 'name'>> {
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
    return { png, width: info.width, height: info.height };
  });
}

/** Whether a control chunk of an animation stands before the pixels, which decoders that know none pass over. */
function isMovingPng(file: Buffer): boolean {
  return file.subarray(0, Math.max(0, file.indexOf('IDAT'))).includes('acTL');
}
