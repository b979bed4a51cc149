import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import type { Weights } from './pass.ts';
import type { Preprocessing } from './preprocessing.ts';

/** A network that takes (picture − mean) / std, pictures being grey or of red, green and blue, in [0, 1]. */
export interface PictureNetwork {
  weights: Weights;
  data: { channels: number; mean: number[]; std: number[] };
}

/**
 * An imported network as one of pictures, which a Dataset's normalisation and a visualization need: its means and deviations
 * are taken to [0, 1], and where it wants blue first, its first convolution is turned. Takes over the weights.
 */
export function takingPictures(
  weights: Weights,
  specs: readonly TensorSpec[],
  preprocessing: Preprocessing,
): PictureNetwork {
  const data = pictureNormalization(preprocessing);
  if (preprocessing.order !== 'bgr') return { weights, data };
  const { name } = specs[0]!;
  const first = weights[name]!;
  const turned = tf.reverse(first, 2);
  first.dispose();
  return { weights: { ...weights, [name]: turned }, data };
}

/** The same of the means and deviations alone. */
export function pictureNormalization({ order, divisor, mean, std }: Preprocessing): PictureNetwork['data'] {
  const inPictures = (values: readonly number[]) => {
    const scaled = values.map((value) => (value * divisor) / 255);
    return order === 'bgr' ? scaled.toReversed() : scaled;
  };
  return { channels: mean.length, mean: inPictures(mean), std: inPictures(std) };
}
