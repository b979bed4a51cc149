import { hashPixels } from '@kindred/ml/hashing';
import { type PictureValues, randomPicture } from './random-pictures.ts';
import type { Prepare } from './work.ts';

/** The five hashes of pictures in memory, as one row of bits. */
export const prepare: Prepare<PictureValues> = async (values) => {
  const pictures = Array.from({ length: values.pictures }, (_, index) => randomPicture(index, values));
  return {
    versions: { node: process.versions.node },
    step: async () => pictures.flatMap((pixels) => Object.values(hashPixels(pixels))).join(''),
  };
};
