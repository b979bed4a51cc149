import { createRandom } from '../random/random.ts';
import type { Dataset, ImageSet } from './dataset.ts';

/** Two classes of 8×8 pictures that a small network can tell apart: upright and lying stripes, with noise. */
export const stripes: Dataset = {
  name: 'stripes',
  description: 'Upright and lying stripes.',
  classes: 2,
  height: 8,
  width: 8,
  channels: 1,
  trainImages: 32,
  testImages: 16,
  mean: [0.5],
  std: [0.25],
  load: async (split) => drawStripes(split === 'train' ? 32 : 16, split),
};

export function drawStripes(count: number, key: string): ImageSet {
  const random = createRandom('stripes', key);
  const labels = Uint8Array.from({ length: count }, (_, image) => image % 2);
  const images = Uint8Array.from({ length: count * 64 }, (_, index) => {
    const place = labels[index >> 6] === 0 ? index & 7 : (index >> 3) & 7;
    return (place & 2 ? 200 : 20) + random.integer(50);
  });
  return { images, labels, count };
}
