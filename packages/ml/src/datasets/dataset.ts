/** A class from 0 an image: bytes, or of 16 bits where there are more than 256 classes. */
export type ClassLabels = Uint8Array | Uint16Array;

/** Images and labels in memory. */
export interface ImageSet {
  /** [count, height, width, channels] */
  images: Uint8Array;
  /** [count] */
  labels: ClassLabels;
  count: number;
}

/** Images that are read when they are wanted, since there may be more than memory holds; and their labels. */
export interface StoredImages {
  /** Those at the given places, [places, height, width, channels]. */
  read(places: Uint32Array): Uint8Array;
  /** [count] */
  labels: ClassLabels;
  count: number;
}

export type Images = ImageSet | StoredImages;

/** Data for image classification, and how its pixels are normalised: (pixel / 255 − mean) / std, by channel. */
export interface Dataset {
  name: string;
  description: string;
  classes: number;
  height: number;
  width: number;
  channels: number;
  trainImages: number;
  testImages: number;
  mean: readonly number[];
  std: readonly number[];
  /** Pixels that the shorter side of an image of any size is brought to, before the square is cut from its centre; default `height`. */
  shorterSide?: number;
  /** @param onDecoded is told how many images are decoded where that takes long */
  load(split: 'train' | 'test', onDecoded?: (done: number, total: number) => void): Promise<Images>;
}

/** The images at the given places, in that order, in memory. */
export function selectImages(set: Images, places: Uint32Array): ImageSet {
  const images = 'read' in set ? set.read(places) : copyImages(set, places);
  return { images, labels: selectLabels(set, places), count: places.length };
}

/** The same, but read when they are wanted where the set itself is. */
export function narrowImages(set: Images, places: Uint32Array): Images {
  if (!('read' in set)) return selectImages(set, places);
  return {
    read: (within) => set.read(within.map((place) => places[place]!)),
    labels: selectLabels(set, places),
    count: places.length,
  };
}

/** All images in turn, `size` at a time. */
export function* imagesInTurn(set: Images, size: number): Generator<ImageSet> {
  for (let from = 0; from < set.count; from += size)
    yield selectImages(set, placesBetween(from, Math.min(from + size, set.count)));
}

/** `from` … `to` − 1 */
export function placesBetween(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, index) => from + index);
}

function copyImages(set: ImageSet, places: Uint32Array): Uint8Array {
  const size = set.images.length / set.count;
  const images = new Uint8Array(places.length * size);
  for (const [index, place] of places.entries())
    images.set(set.images.subarray(place * size, (place + 1) * size), index * size);
  return images;
}

function selectLabels({ labels }: Images, places: Uint32Array): ClassLabels {
  const labelAt = (place: number) => labels[place]!;
  return labels instanceof Uint8Array ? Uint8Array.from(places, labelAt) : Uint16Array.from(places, labelAt);
}
