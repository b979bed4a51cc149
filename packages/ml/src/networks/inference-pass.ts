import * as tf from '@tensorflow/tfjs';
import { convolve, linear, normEpsilon, type Pass, type Weights } from './pass.ts';

/** Normalises by the running statistics, folded into the filter: x ∗ (w·s) + (shift − mean·s), s = scale / √(variance + ε). */
export function inferencePass(weights: Weights): Pass {
  return {
    convolveAndNormalize(x, convolution, norm, stride = 1) {
      const variance = weights[`${norm}.running_var`]!;
      const scale = tf.mul(weights[`${norm}.weight`]!, tf.rsqrt(tf.add(variance, normEpsilon)));
      const shift = tf.sub(weights[`${norm}.bias`]!, tf.mul(weights[`${norm}.running_mean`]!, scale));
      const filter = tf.mul(weights[`${convolution}.weight`]!, scale) as tf.Tensor4D;
      return tf.add(convolve(x, filter, stride), shift);
    },
    linear: (x, name) => linear(weights, x, name),
  };
}
