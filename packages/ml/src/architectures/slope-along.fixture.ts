import * as tf from '@tensorflow/tfjs';

/** How fast Σ fn(x) · dy changes at x in a direction: by a finite difference, and by fn's gradient. */
export function slopeAlong(
  fn: (x: tf.Tensor) => tf.Tensor,
  x: tf.Tensor,
  direction: tf.Tensor,
  dy: tf.Tensor,
): { slope: number; byGradient: number } {
  const step = 1e-2;
  const valueAt = (moved: number): number =>
    tf.sum(tf.mul(fn(tf.add(x, tf.mul(direction, moved))), dy)).dataSync()[0]!;
  const gradient = tf.grad(fn)(x, dy);
  return {
    slope: (valueAt(step) - valueAt(-step)) / (2 * step),
    byGradient: tf.sum(tf.mul(gradient, direction)).dataSync()[0]!,
  };
}
