import { type Dataset, encodePng, type ImageSet, type Pixels } from '@kindred/ml';

/** The PNG of a set's one image. */
export function inputPicture({ images }: ImageSet, { height, width, channels }: Dataset): Uint8Array {
  return encodePng({ width, height, channels: channels as Pixels['channels'], data: images });
}
