/** Images and labels of one split, as they lie in the file. */
export interface ImageSet {
  /** [count, height, width, channels] */
  images: Uint8Array;
  /** [count], from 0 */
  labels: Uint8Array;
  count: number;
}

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
  load(split: 'train' | 'test'): Promise<ImageSet>;
}

/** The images at the given places, in that order. */
export function selectImages(set: ImageSet, places: Uint32Array): ImageSet {
  const size = set.images.length / set.count;
  const images = new Uint8Array(places.length * size);
  for (const [index, place] of places.entries()) {
    images.set(set.images.subarray(place * size, (place + 1) * size), index * size);
  }
  return { images, labels: Uint8Array.from(places, (place) => set.labels[place]!), count: places.length };
}
