import * as tf from '@tensorflow/tfjs';

/** The tensors of a network by name, shaped as its TensorSpecs say. */
export type Weights = tf.NamedTensorMap;

/** How an image passes through a network's tensors: in training, with the batch's statistics, or in inference. */
export interface Pass extends PlainLayers {
  /** A convolution without bias and its batch normalisation; `epsilon` as in `normalize`. */
  convolveAndNormalize(
    x: tf.Tensor4D,
    convolution: string,
    norm: string,
    stride?: number,
    epsilon?: number,
  ): tf.Tensor4D;
  /**
   * A batch normalisation that follows no convolution.
   * @param epsilon added to variances; PyTorch's default unless given
   */
  normalize(x: tf.Tensor4D, norm: string, epsilon?: number): tf.Tensor4D;
}

/** Layers that are the same in training and in inference. */
interface PlainLayers {
  /** A convolution, and its bias where the network has one. */
  convolve(x: tf.Tensor4D, name: string, geometry?: Geometry): tf.Tensor4D;
  /** Multiplies by the dropout mask of that name; leaves x as it is where there is none. */
  dropout(x: tf.Tensor4D, name: string): tf.Tensor4D;
  /** [batch, in] → [batch, out] */
  linear(x: tf.Tensor2D, name: string): tf.Tensor2D;
  /** One of the network's tensors, as it is. */
  tensor(name: string): tf.Tensor;
}

export interface Geometry {
  /** 1 unless given. */
  stride?: number;
  /**
   * Zeros on every side: half the filter unless given, as PyTorch's networks do. TensorFlow's "same" pads strided layers
   * unevenly, for networks that come from there.
   */
  padding?: number | 'same';
}

/** Added to a variance before its root is taken; PyTorch's default. */
export const normEpsilon = 1e-5;

/**
 * @param dropoutMasks 0 for what is dropped and 1 / (1 − rate) for what is kept, by the name of the dropout; each of a shape
 * that broadcasts to what it drops from
 */
export function plainLayers(weights: Weights, dropoutMasks: Weights): PlainLayers {
  return {
    convolve(x, name, geometry) {
      const y = convolve(x, weights[`${name}.weight`] as tf.Tensor4D, geometry);
      const bias = weights[`${name}.bias`];
      return bias ? tf.add(y, bias) : y;
    },
    dropout(x, name) {
      const mask = dropoutMasks[name];
      return mask ? tf.mul(x, mask) : x;
    },
    linear: (x, name) =>
      tf.add(tf.matMul(x, weights[`${name}.weight`] as tf.Tensor2D), weights[`${name}.bias`]!),
    tensor: (name) => weights[name]!,
  };
}

export function convolve(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  { stride = 1, padding = Math.floor(filter.shape[0] / 2) }: Geometry = {},
): tf.Tensor4D {
  return tf.conv2d(x, filter, stride, padding);
}

export function disposeWeights(weights: Weights): void {
  tf.dispose(weights);
}
