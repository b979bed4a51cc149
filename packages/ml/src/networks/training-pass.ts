import type * as tf from '@tensorflow/tfjs';
import { type BatchStatistics, batchNormalize } from './batch-normalize.ts';
import { type Pass, plainLayers, type Weights } from './pass.ts';

/**
 * A pass that normalises by the batch's own statistics and puts them, by the norm's name, into `statistics`.
 * @param dropoutMasks none unless given
 */
export function trainingPass(
  weights: Weights,
  statistics: Map<string, BatchStatistics>,
  dropoutMasks: Weights = {},
): Pass {
  const layers = plainLayers(weights, dropoutMasks);
  const normalize: Pass['normalize'] = (x, norm, epsilon) => {
    const scale = weights[`${norm}.weight`] as tf.Tensor1D;
    const shift = weights[`${norm}.bias`] as tf.Tensor1D;
    const result = batchNormalize(x, scale, shift, epsilon);
    statistics.set(norm, result.statistics);
    return result.normalized;
  };
  return {
    ...layers,
    normalize,
    convolveAndNormalize: (x, convolution, norm, stride, epsilon) =>
      normalize(layers.convolve(x, convolution, { stride }), norm, epsilon),
  };
}
