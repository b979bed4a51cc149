import type { Dataset } from './dataset.ts';
import { decodeImage } from './image-folders/decode-image.ts';

/**
 * A PNG of any size as one of a dataset's, [height, width, channels] bytes, brought to its size as the field does: the shorter side
 * is resized by antialiased bilinear sampling to the dataset's `shorterSide`, and its square is cut from the centre. Grey is ITU-R
 * BT.601's luma, to the bit that of PIL, torchvision's. An image of the right size stays as it is.
 * @throws DomainError BAD_INPUT if it is broken, too large or no PNG
 */
export async function fitImage(
  file: Uint8Array,
  { height: size, channels, shorterSide = size }: Pick<Dataset, 'height' | 'channels' | 'shorterSide'>,
): Promise<Uint8Array> {
  const pixels = await decodeImage(file, { size, shorterSide });
  return channels === 1 ? toGrey(pixels) : pixels;
}

function toGrey(pixels: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: pixels.length / 3 }, (_, pixel) => {
    const [red, green, blue] = pixels.subarray(3 * pixel, 3 * pixel + 3) as unknown as [
      number,
      number,
      number,
    ];
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  });
}
