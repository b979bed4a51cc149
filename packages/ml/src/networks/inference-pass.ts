import * as tf from '@tensorflow/tfjs';
import { convolve, normEpsilon, type Pass, plainLayers, type Weights } from './pass.ts';

/**
 * Normalises by the running statistics, folded into the filter where a convolution goes before: x ∗ (w·s) + (shift − mean·s),
 * s = scale / √(variance + ε).
 * @param dropoutMasks for Monte Carlo dropout; none unless given
 */
export function inferencePass(weights: Weights, dropoutMasks: Weights = {}): Pass {
  return {
    ...plainLayers(weights, dropoutMasks),
    convolveAndNormalize(x, convolution, norm, stride, epsilon) {
      const { scale, shift } = foldedNorm(weights, norm, epsilon);
      const filter = tf.mul(weights[`${convolution}.weight`]!, scale) as tf.Tensor4D;
      return tf.add(convolve(x, filter, { stride }), shift);
    },
    normalize(x, norm, epsilon) {
      const { scale, shift } = foldedNorm(weights, norm, epsilon);
      return tf.add(tf.mul(x, scale), shift);
    },
  };
}

/** A norm of running statistics as x·scale + shift, both [channels]. */
function foldedNorm(
  weights: Weights,
  norm: string,
  epsilon = normEpsilon,
): { scale: tf.Tensor; shift: tf.Tensor } {
  const variance = weights[`${norm}.running_var`]!;
  const scale = tf.mul(weights[`${norm}.weight`]!, tf.rsqrt(tf.add(variance, epsilon)));
  return { scale, shift: tf.sub(weights[`${norm}.bias`]!, tf.mul(weights[`${norm}.running_mean`]!, scale)) };
}
