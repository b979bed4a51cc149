import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';

export type PeaksInput = {
  weights: Weights;
  /** [batch, height, width, channels], normalised */
  images: tf.Tensor4D;
};

export type ChannelPeaks = {
  /** [batch, channels], the largest activation of each channel's map. */
  peaks: tf.Tensor2D;
  /** [batch, channels], where in the map that is: row · width + column, the first of several. */
  places: tf.Tensor2D;
};

/** How strongly each channel of a layer answers to each image, and where. */
export function channelPeaks(
  { weights, images }: PeaksInput,
  { architecture, layer }: { architecture: Architecture; layer: string },
): ChannelPeaks {
  const activation = computeActivation(architecture, inferencePass(weights), images, layer);
  const [batch, height, width, channels] = activation.shape;
  const cells = height * width;
  const maps = tf.reshape(activation, [batch, cells, channels]);
  const highest = tf.max(maps, 1, true);
  const isLower = tf.cast(tf.less(maps, highest), 'float32');
  const places = tf.reshape(tf.range(0, cells), [1, cells, 1]);
  return {
    peaks: tf.reshape(highest, [batch, channels]),
    // Places of what is lower go behind all others.
    places: tf.min(tf.add(places, tf.mul(isLower, cells)), 1),
  };
}
