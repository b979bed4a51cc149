import type * as tf from '@tensorflow/tfjs';
import { type BatchStatistics, batchNormalize } from './batch-normalize.ts';
import { convolve, linear, type Pass, type Weights } from './pass.ts';

/** A pass that normalises by the batch's own statistics and puts them, by the norm's name, into `statistics`. */
export function trainingPass(weights: Weights, statistics: Map<string, BatchStatistics>): Pass {
  return {
    convolveAndNormalize(x, convolution, norm, stride = 1) {
      const y = convolve(x, weights[`${convolution}.weight`] as tf.Tensor4D, stride);
      const scale = weights[`${norm}.weight`] as tf.Tensor1D;
      const shift = weights[`${norm}.bias`] as tf.Tensor1D;
      const result = batchNormalize(y, scale, shift);
      statistics.set(norm, result.statistics);
      return result.normalized;
    },
    linear: (x, name) => linear(weights, x, name),
  };
}
