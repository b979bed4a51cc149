import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';

/**
 * How each image's score changes with its values (Simonyan et al., 2013): ∂logit/∂image, shaped as `images`.
 * @param images [images, height, width, channels], normalised
 * @param classes [images, classes], one-hot: whose logit is the score
 */
export function inputGradient(
  architecture: Architecture,
  weights: Weights,
  images: tf.Tensor4D,
  classes: tf.Tensor2D,
): tf.Tensor4D {
  const score = (x: tf.Tensor): tf.Scalar =>
    tf.sum(tf.mul(computeLogits(architecture, inferencePass(weights), x as tf.Tensor4D), classes));
  return tf.grad(score)(images) as tf.Tensor4D;
}
