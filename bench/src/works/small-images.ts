import { createRandom, type Dataset, type ImageSet } from '@kindred/ml';

export interface Shape {
  /** Pixels of each side. */
  size: number;
  channels: number;
  classes: number;
}

export function randomImages(count: number, { size, channels, classes }: Shape): ImageSet {
  const random = createRandom('bench', 'images');
  const images = new Uint8Array(count * size * size * channels).map(() => random.integer(256));
  return { images, labels: new Uint8Array(count).map(() => random.integer(classes)), count };
}

/** A dataset of such images, pixels brought to a mean of 0 and a deviation of about 1. */
export function randomDataset({ size, channels, classes }: Shape): Dataset {
  const images = 0;
  return {
    name: 'random',
    description: 'Random pixels and labels.',
    classes,
    height: size,
    width: size,
    channels,
    trainImages: images,
    testImages: images,
    mean: new Array<number>(channels).fill(0.5),
    std: new Array<number>(channels).fill(0.29),
    load: async () => randomImages(images, { size, channels, classes }),
  };
}
