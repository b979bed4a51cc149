import * as tf from '@tensorflow/tfjs';
import type { Preprocessing } from '../src/networks/preprocessing.ts';

/** Bytes of [batch, 3, height, width], red first → what the net takes, [batch, height, width, 3]. */
export function preprocessed(
  pixels: Uint8Array,
  shape: readonly number[],
  { order, divisor, mean, std }: Preprocessing,
): tf.Tensor4D {
  return tf.tidy(() => {
    const planes = tf.tensor(Float32Array.from(pixels), shape as [number, number, number, number]);
    const ordered = order === 'bgr' ? tf.reverse(planes, 1) : planes;
    const scaled = tf.div(tf.transpose(ordered, [0, 2, 3, 1]), divisor);
    return tf.div(tf.sub(scaled, tf.tensor1d([...mean])), tf.tensor1d([...std]));
  });
}
