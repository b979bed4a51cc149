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
  { order, divisor, mean, std }: Preprocessing,
): PictureNetwork {
  const [means, deviations] = [mean, std].map((values) => values.map((value) => (value * divisor) / 255));
  const data = { channels: mean.length, mean: means!, std: deviations! };
  if (order !== 'bgr') return { weights, data };
  const { name } = specs[0]!;
  const first = weights[name]!;
  const turned = tf.reverse(first, 2);
  first.dispose();
  return {
    weights: { ...weights, [name]: turned },
    data: { ...data, mean: means!.toReversed(), std: deviations!.toReversed() },
  };
}
