import sharp from 'sharp';
import { badInput } from '../../errors/domain-error.ts';

/** How large an image is when it is learned from. */
export interface ImageForm {
  /** Pixels of each side. */
  size: number;
  /** Pixels that the shorter side is brought to before the square is cut from the centre. */
  shorterSide: number;
}

/** Pixels of an image at most, before it is made smaller: more than any of ImageNet's, and 200 MB. */
const mostPixels = 2 ** 26;

// What a file is follows from its bytes, not its name: nothing else is decoded, so that no link leads to more than an image.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpFile',
  ],
});
sharp.cache(false);

/**
 * An image as [size, size, 3] bytes of red, green and blue: resized by antialiased bilinear sampling, cut from the centre. As
 * torchvision does, it heeds neither a colour profile nor EXIF's orientation, and leaves transparency out.
 * @param file its path, or the bytes of a PNG
 * @throws DomainError BAD_INPUT, naming the file, if it is broken, too large or no JPEG, PNG or WebP
 */
export async function decodeImage(
  file: string | Uint8Array,
  { size, shorterSide }: ImageForm,
): Promise<Uint8Array> {
  const margin = Math.floor((shorterSide - size) / 2);
  try {
    return await sharp(file, { limitInputPixels: mostPixels, failOn: 'error', ignoreIcc: true })
      .resize(shorterSide, shorterSide, { fit: 'cover', kernel: 'linear', fastShrinkOnLoad: false })
      .extract({ left: margin, top: margin, width: size, height: size })
      .removeAlpha()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer();
  } catch (error) {
    const name = typeof file === 'string' ? file : 'The file';
    throw badInput(`${name} can't be read as an image: ${(error as Error).message}.`, error);
  }
}

/** What decodes: another version may round differently. */
export const decoderVersion = `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`;
