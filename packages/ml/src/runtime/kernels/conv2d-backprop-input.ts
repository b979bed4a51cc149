import * as tf from '@tensorflow/tfjs';
import type { Convolution, ExplicitPadding } from './convolution.ts';

/**
 * The gradient of a convolution's input: dy, spread out by the stride, convolved with the filter turned by 180° and its
 * channels swapped. The WASM backend's own kernel is a scalar loop, some 15 times slower than its convolution.
 */
export function conv2dBackpropInput(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  convolution: Convolution,
): tf.Tensor4D {
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo, inHeight, inWidth } = convolution;
  const spread = spreadOut(dy, strideHeight, strideWidth);
  const rows = margins(spread.shape[1], inHeight, filterHeight, padInfo.top);
  const columns = margins(spread.shape[2], inWidth, filterWidth, padInfo.left);
  const kept = crop(spread, rows.kept, columns.kept);
  const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
  const padding: ExplicitPadding = [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ];
  return tf.conv2d(kept, turned as tf.Tensor4D, 1, padding);
}

/** Zeros between neighbouring pixels: [batch, h, w, c] → [batch, h·strideHeight, w·strideWidth, c]. */
function spreadOut(dy: tf.Tensor4D, strideHeight: number, strideWidth: number): tf.Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return dy;
  const [batch, height, width, channels] = dy.shape;
  const rows = tf.pad(tf.reshape(dy, [batch, height, 1, width * channels]), [
    [0, 0],
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
  ]);
  const tall = height * strideHeight;
  const columns = tf.pad(tf.reshape(rows, [batch * tall, width, 1, channels]), [
    [0, 0],
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  return tf.reshape(columns, [batch, tall, width * strideWidth, channels]);
}

function crop(x: tf.Tensor4D, height: number, width: number): tf.Tensor4D {
  const [batch, fullHeight, fullWidth, channels] = x.shape;
  if (height === fullHeight && width === fullWidth) return x;
  return tf.slice(x, [0, 0, 0, 0], [batch, height, width, channels]);
}

/** How much of the spread gradient to keep, and the zeros around it, so that a valid convolution gives `inSize` pixels. */
function margins(spreadSize: number, inSize: number, filterSize: number, padBefore: number) {
  const before = filterSize - 1 - padBefore;
  const after = inSize + filterSize - 1 - before - spreadSize;
  return { kept: spreadSize + Math.min(after, 0), before, after: Math.max(after, 0) };
}
