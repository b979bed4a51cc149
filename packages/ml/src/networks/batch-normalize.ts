import * as tf from '@tensorflow/tfjs';
import { normEpsilon } from './pass.ts';

/** The axes that a channel's statistics run over: batch, height, width. */
const pixels = [0, 1, 2];

/** Mean and biased variance of a batch, both [channels]. Kept: whoever asked for them disposes of them. */
export interface BatchStatistics {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  /** Values behind each of the two: batch · height · width. */
  count: number;
}

/**
 * Batch normalisation of [batch, height, width, channels] with its gradient in closed form, which takes three sums over
 * the batch where differentiating through the moments takes five:
 * dx = s·(dy − Σdy/n − x̂·Σ(dy·x̂)/n), s = scale / √(variance + ε).
 */
export function batchNormalize(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  shift: tf.Tensor1D,
): { normalized: tf.Tensor4D; statistics: BatchStatistics } {
  const count = x.size / x.shape[3];
  let statistics: BatchStatistics | undefined;
  const normalize = tf.customGrad((...args) => {
    const [x, scale, shift, save] = args as unknown as [
      tf.Tensor4D,
      tf.Tensor1D,
      tf.Tensor1D,
      tf.GradSaveFunc,
    ];
    const mean = tf.keep(tf.mean<tf.Tensor1D>(x, pixels));
    const centred = tf.sub<tf.Tensor4D>(x, mean);
    const variance = tf.keep(tf.mean<tf.Tensor1D>(tf.square(centred), pixels));
    statistics = { mean, variance, count };
    const inverse = tf.rsqrt(tf.add(variance, normEpsilon));
    const standard = tf.mul(centred, inverse);
    save([standard, inverse, scale]);
    return {
      value: tf.add(tf.mul(standard, scale), shift),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => gradient(dy as tf.Tensor4D, saved, count),
    };
  });
  return { normalized: normalize(x, scale, shift) as tf.Tensor4D, statistics: statistics! };
}

function gradient(dy: tf.Tensor4D, saved: tf.Tensor[], count: number): tf.Tensor[] {
  const [standard, inverse, scale] = saved as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D];
  const shiftGradient = tf.sum<tf.Tensor1D>(dy, pixels);
  const scaleGradient = tf.sum<tf.Tensor1D>(tf.mul(dy, standard), pixels);
  const centredDy = tf.sub(
    tf.sub(dy, tf.div(shiftGradient, count)),
    tf.mul(standard, tf.div(scaleGradient, count)),
  );
  return [tf.mul(centredDy, tf.mul(scale, inverse)), scaleGradient, shiftGradient];
}
