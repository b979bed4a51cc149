import * as tf from '@tensorflow/tfjs';

/** Adam's memory (Kingma & Ba, 2015). */
export type AdamMoments = { first: tf.Tensor; second: tf.Tensor };

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

/**
 * One step of Adam, as PyTorch's: the new parameters and moments.
 * @param correction [1 − β₁ᵗ, 1 − β₂ᵗ] at step t, counted from 1, as scalars so that a traced step serves every t
 */
export function adamStep<T extends tf.Tensor>(
  parameters: T,
  gradient: T,
  moments: AdamMoments,
  learningRate: number,
  correction: readonly [tf.Scalar, tf.Scalar],
): { parameters: T; moments: AdamMoments } {
  const first = tf.add(tf.mul(moments.first, beta1), tf.mul(gradient, 1 - beta1));
  const second = tf.add(tf.mul(moments.second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
  const deviation = tf.add(tf.sqrt(tf.div(second, correction[1])), epsilon);
  const step = tf.div(tf.div(first, correction[0]), deviation);
  return { parameters: tf.sub(parameters, tf.mul(step, learningRate)), moments: { first, second } };
}

/** The bias correction of step t, counted from 1. */
export function adamCorrection(step: number): [tf.Scalar, tf.Scalar] {
  return [tf.scalar(1 - beta1 ** step), tf.scalar(1 - beta2 ** step)];
}
