import type { Images } from '../datasets/dataset.ts';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { createRandom } from '../random/random.ts';
import type { PictureShape } from './corruption.ts';
import { findCorruption } from './registry.ts';

/** Which corruption, as data that a configuration can name. */
export interface CorruptionRecipe {
  corruption: string;
  /** 1 to 5. */
  severity: number;
  seed: number;
}

/**
 * Corrupted pictures, [count, height, width, channels] bytes each way. What happens to a picture follows from the recipe and its
 * place in the whole set alone, not from its batch.
 * @param first place of the first picture in the set, default 0
 */
export function corruptImages(
  images: Uint8Array,
  shape: PictureShape,
  recipe: CorruptionRecipe,
  first = 0,
): Uint8Array<ArrayBuffer> {
  return prepare(shape, recipe)(images, (index) => first + index);
}

/** A set with its pictures corrupted: at once where they are in memory, else when they are read. */
export function corruptSet(set: Images, shape: PictureShape, recipe: CorruptionRecipe): Images {
  const corrupt = prepare(shape, recipe);
  if (!('read' in set)) return { ...set, images: corrupt(set.images, (index) => index) };
  return { ...set, read: (places) => corrupt(set.read(places), (index) => places[index]!) };
}

type CorruptBatch = (images: Uint8Array, placeOf: (index: number) => number) => Uint8Array<ArrayBuffer>;

/** The corruption's tables and kernels, made once for all batches. */
function prepare(shape: PictureShape, { corruption: name, severity, seed }: CorruptionRecipe): CorruptBatch {
  const corruption = findCorruption(name);
  if (!Number.isInteger(severity) || severity < 1 || severity > 5)
    throw badInput(`Severity ${severity} came; it must be a whole number from 1 to 5.`);
  const corrupt = corruption.prepare(severity);
  return (images, placeOf) => {
    const size = sizeOfPicture(images, shape);
    const out = new Uint8Array(images.length);
    for (let at = 0, index = 0; at < images.length; at += size, index++) {
      const random = createRandom(seed, 'corruption', name, severity, placeOf(index));
      corrupt(images.subarray(at, at + size), out.subarray(at, at + size), shape, random);
    }
    return out;
  };
}

function sizeOfPicture(images: Uint8Array, { height, width, channels }: PictureShape): number {
  if (![height, width, channels].every(isPositiveInteger))
    throw badInput(
      `Pictures of [${height}, ${width}, ${channels}] came; each must be a whole number of 1 or more.`,
    );
  const size = height * width * channels;
  if (images.length % size !== 0)
    throw badInput(
      `${images.length} bytes came; whole pictures of [${height}, ${width}, ${channels}] have a multiple of ${size}.`,
    );
  return size;
}
