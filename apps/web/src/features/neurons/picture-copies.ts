import type { ImageFieldsFragment } from '@kindred/client';

/** Pixels that the API gives copies in. */
const copyWidths = [64, 128, 256, 512];

/** Of the smallest copy that has so many pixels across, or of the largest. */
export const copyWidth = (pixels: number): number =>
  copyWidths.find((copy) => copy >= pixels) ?? copyWidths.at(-1)!;

/** Copies for a browser to choose from, up to the first that is as wide as the picture: none is ever made larger. */
export function copiesOf({ url, width }: ImageFieldsFragment): string {
  const copies = copyWidths.filter((copy) => copy <= copyWidth(width));
  return copies.map((copy) => `${url}?width=${copy}&format=webp ${Math.min(copy, width)}w`).join(', ');
}
