import * as tf from '@tensorflow/tfjs';

/** The tensors of a network by name, shaped as its TensorSpecs say. */
export type Weights = tf.NamedTensorMap;

/** How an image passes through a network's tensors: in training, with the batch's statistics, or in inference. */
export interface Pass {
  /** A convolution without bias and its batch normalisation. */
  convolveAndNormalize(x: tf.Tensor4D, convolution: string, norm: string, stride?: number): tf.Tensor4D;
  /** [batch, in] → [batch, out] */
  linear(x: tf.Tensor2D, name: string): tf.Tensor2D;
}

/** Added to a variance before its root is taken; PyTorch's default. */
export const normEpsilon = 1e-5;

/** Pads by half the filter on every side, as PyTorch's networks do; TensorFlow's "same" pads strided layers unevenly. */
export function convolve(x: tf.Tensor4D, filter: tf.Tensor4D, stride: number): tf.Tensor4D {
  return tf.conv2d(x, filter, stride, Math.floor(filter.shape[0] / 2));
}

export function linear(weights: Weights, x: tf.Tensor2D, name: string): tf.Tensor2D {
  return tf.add(tf.matMul(x, weights[`${name}.weight`] as tf.Tensor2D), weights[`${name}.bias`]!);
}

export function disposeWeights(weights: Weights): void {
  tf.dispose(weights);
}
