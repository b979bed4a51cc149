import * as tf from '@tensorflow/tfjs';
import type { Convolution, ExplicitPadding } from './convolution.ts';

/**
 * The gradient of a convolution's filter, [height, width, in, out].
 * It is itself a convolution: channels of x become images, dy becomes the filter, and the stride becomes the dilation.
 */
export function conv2dBackpropFilter(x: tf.Tensor4D, dy: tf.Tensor4D, convolution: Convolution): tf.Tensor4D {
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = convolution;
  const channelsAsImages = tf.transpose(x, [3, 1, 2, 0]);
  const dyAsFilter = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D;
  const padding: ExplicitPadding = [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ];
  const gradient = tf.conv2d(channelsAsImages as tf.Tensor4D, dyAsFilter, 1, padding, 'NHWC', [
    strideHeight,
    strideWidth,
  ]);
  const { inChannels, outChannels } = convolution;
  const cropped = tf.slice(gradient, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels]);
  return tf.transpose(cropped, [1, 2, 0, 3]);
}
