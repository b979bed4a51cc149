import * as tf from '@tensorflow/tfjs';

/** The greatest of each window, [batch, height, width, channels]; a last window may reach over the edge (PyTorch's ceil_mode). */
export function maxPool(x: tf.Tensor4D, size: number, stride: number): tf.Tensor4D {
  const overhang = (side: number): number =>
    Math.max(0, stride * Math.ceil((side - size) / stride)) + size - side;
  const [, height, width] = x.shape;
  const paddings = [
    [0, 0],
    [0, overhang(height)],
    [0, overhang(width)],
    [0, 0],
  ];
  return tf.maxPool(x, size, stride, paddings as tf.backend_util.ExplicitPadding);
}
