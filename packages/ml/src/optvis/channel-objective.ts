import * as tf from '@tensorflow/tfjs';

/** [pictures, 1, 1, channels] with a 1 at each picture's channel: whose activation the picture is to raise. */
export function channelSelection(channels: readonly number[], count: number): tf.Tensor4D {
  return tf.tidy(() => {
    const selection = tf.oneHot(tf.tensor1d(channels as number[], 'int32'), count);
    return tf.reshape(tf.cast(selection, 'float32'), [channels.length, 1, 1, count]);
  });
}

/** [pictures]: each picture's mean activation of its own channel (Lucent's channel objective, without the sign). */
export function channelActivations(activation: tf.Tensor4D, selection: tf.Tensor4D): tf.Tensor1D {
  return tf.sum(tf.mul(tf.mean(activation, [1, 2], true), selection), [1, 2, 3]);
}
