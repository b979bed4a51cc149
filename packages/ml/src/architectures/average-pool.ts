import * as tf from '@tensorflow/tfjs';

/**
 * The mean of what each window sees of the picture, [batch, height, width, channels]. tf.avgPool's gradient divides by the
 * whole window also where a padded one sees less of it; here the frame is part of the picture, and the means are corrected.
 * @param pad "same", or pixels on every side
 */
export function averagePool(x: tf.Tensor4D, size: number, stride: number, pad: 'same' | number): tf.Tensor4D {
  const { padInfo, outShape } = tf.backend_util.computePool2DInfo(x.shape, size, stride, 1, pad);
  const { top, bottom, left, right } = padInfo;
  if (top + bottom + left + right === 0) return tf.avgPool(x, size, stride, 'valid');
  const framed = tf.pad(x, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
  const [, rows, columns] = outShape;
  const corrections = tf.mul(
    tf.reshape(corrected(rows, x.shape[1], top), [rows, 1, 1]),
    tf.reshape(corrected(columns, x.shape[2], left), [columns, 1]),
  );
  return tf.mul(tf.avgPool(framed, size, stride, 'valid'), corrections);

  /** By how much a window is larger than what it sees of a side. */
  function corrected(windows: number, side: number, before: number): tf.Tensor1D {
    return tf.tensor1d(
      Array.from({ length: windows }, (_, window) => {
        const from = window * stride - before;
        return size / (Math.min(from + size, side) - Math.max(from, 0));
      }),
    );
  }
}
