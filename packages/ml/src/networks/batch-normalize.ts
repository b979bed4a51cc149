import * as tf from '@tensorflow/tfjs';
import { normEpsilon } from './pass.ts';

/** Mean and biased variance of a batch, both [channels]. Kept: whoever asked for them disposes of them. */
export interface BatchStatistics {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
  /** Values behind each of the two: batch · height · width. */
  count: number;
}

/**
 * Batch normalisation of [batch, height, width, channels] with its gradient in closed form, which takes three sums over
 * the batch where differentiating through the moments takes five: dx = s·(dy − Σdy/n − x̂·Σ(dy·x̂)/n), s = scale / √(variance + ε)
 * and x̂ = (x − mean) / √(variance + ε), here as s·dy + (pull·(x − mean) + level), one number of each a channel.
 */
export function batchNormalize(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  shift: tf.Tensor1D,
  epsilon = normEpsilon,
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
    const mean = tf.keep(channelMeans(x));
    const centred = tf.sub<tf.Tensor4D>(x, mean);
    const variance = tf.keep(channelMeans(tf.square(centred)));
    statistics = { mean, variance, count };
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    save([centred, inverse, scale]);
    return {
      value: tf.add(tf.mul(centred, tf.mul(scale, inverse)), shift),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => gradient(dy as tf.Tensor4D, saved, count),
    };
  });
  return { normalized: normalize(x, scale, shift) as tf.Tensor4D, statistics: statistics! };
}

function gradient(dy: tf.Tensor4D, saved: tf.Tensor[], count: number): tf.Tensor[] {
  const [centred, inverse, scale] = saved as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D];
  const meanDy = channelMeans(dy);
  const meanAlong = tf.mul(channelMeans(tf.mul(dy, centred)), inverse);
  const slope = tf.mul(scale, inverse);
  const pull = tf.neg(tf.mul(tf.mul(slope, inverse), meanAlong));
  const level = tf.neg(tf.mul(slope, meanDy));
  const dx = tf.add(tf.mul(dy, slope), tf.add(tf.mul(centred, pull), level));
  return [dx, tf.mul(meanAlong, count), tf.mul(meanDy, count)];
}

/**
 * [batch, height, width, channels] → [channels], first over each picture and then over the batch: one long float32 sum of
 * the WASM backend loses so much that ReLUs flip and gradients are 3 % off.
 */
function channelMeans(x: tf.Tensor4D): tf.Tensor1D {
  const [batch, height, width, channels] = x.shape;
  const ofPictures = tf.avgPool(x, [height, width], 1, 'valid');
  return tf.mean(tf.reshape(ofPictures, [batch, channels]), 0);
}
