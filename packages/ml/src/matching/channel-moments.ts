import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';

export type MomentsInput = {
  first: Weights;
  second: Weights;
  /** [batch, height, width, channels], normalised */
  images: tf.Tensor4D;
};

/** Means over all images of a batch and all places of the map, from which correlations follow. */
export type ChannelMoments = {
  /** [channels], of the first model's activations, and of their squares. */
  first: tf.Tensor1D;
  firstSquared: tf.Tensor1D;
  second: tf.Tensor1D;
  secondSquared: tf.Tensor1D;
  /** [channels, channels], of each of the first model's activations times each of the second's. */
  together: tf.Tensor2D;
};

/** What the channels of a layer do together in two models of an architecture that see the same images. */
export function channelMoments(
  { first, second, images }: MomentsInput,
  { architecture, layer }: { architecture: Architecture; layer: string },
): ChannelMoments {
  const activationsOf = (weights: Weights): tf.Tensor2D => {
    const activation = computeActivation(architecture, inferencePass(weights), images, layer);
    return tf.reshape(activation, [-1, activation.shape[3]]);
  };
  const [ours, theirs] = [activationsOf(first), activationsOf(second)];
  return {
    first: tf.mean(ours, 0),
    firstSquared: tf.mean(tf.square(ours), 0),
    second: tf.mean(theirs, 0),
    secondSquared: tf.mean(tf.square(theirs), 0),
    together: tf.div(tf.matMul(ours, theirs, true), ours.shape[0]),
  };
}
