import type { Dataset, ImageSet } from '../datasets/dataset.ts';
import type { Random } from '../random/random.ts';

/**
 * How training images are changed each time that they are shown: `crop` shifts by up to four pixels each way and fills with
 * black, `crop-and-flip` also mirrors every second one, as is usual for CIFAR.
 */
export type Augmentation = 'none' | 'crop' | 'crop-and-flip';

/** Pixels that the random crop pads each side with. */
const padding = 4;

/** A batch with each image changed by draws of its own. */
export function augment(
  set: ImageSet,
  { height, width, channels }: Pick<Dataset, 'height' | 'width' | 'channels'>,
  augmentation: Augmentation,
  random: Random,
): ImageSet {
  if (augmentation === 'none') return set;
  const images = new Uint8Array(set.images.length);
  for (let image = 0; image < set.count; image++) {
    const down = random.integer(2 * padding + 1) - padding;
    const across = random.integer(2 * padding + 1) - padding;
    const isMirrored = augmentation === 'crop-and-flip' && random.integer(2) === 1;
    for (let row = 0; row < height; row++) {
      if (row + down < 0 || row + down >= height) continue;
      const from = (image * height + row + down) * width;
      const to = (image * height + row) * width;
      for (let column = 0; column < width; column++) {
        const source = column + across;
        if (source < 0 || source >= width) continue;
        const target = isMirrored ? width - 1 - column : column;
        for (let channel = 0; channel < channels; channel++)
          images[(to + target) * channels + channel] = set.images[(from + source) * channels + channel]!;
      }
    }
  }
  return { ...set, images };
}
