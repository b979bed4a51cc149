import * as tf from '@tensorflow/tfjs';

/** Of squared lengths, as `normalize` of PyTorch has it: a layer that stays silent is like no other. */
const epsilon = 1e-24;

/**
 * How alike the features of pictures are in a layer: the cosines between their Gram matrices, summed over ordered pairs of
 * pictures. Lucent's diversity is this, negated and divided by the number of pictures.
 * @param activation [pictures, height, width, channels]
 */
export function gramSimilarity(activation: tf.Tensor4D): tf.Scalar {
  const [pictures, height, width, channels] = activation.shape;
  const features = tf.reshape(activation, [pictures, height * width, channels]);
  const grams = tf.reshape(tf.matMul(features, features, true), [pictures, channels * channels]);
  const squaredLengths = tf.maximum(tf.sum(tf.square(grams), 1, true), epsilon);
  const directions = tf.mul(grams, tf.rsqrt(squaredLengths));
  // |Σ d|² holds every pair twice, and each picture with itself.
  return tf.sub(tf.sum(tf.square(tf.sum(directions, 0))), tf.sum(tf.square(directions)));
}
