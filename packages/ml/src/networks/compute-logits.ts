import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Pass } from './pass.ts';

/** Runs a network to its end: [batch, height, width, channels] → [batch, classes]. */
export function computeLogits(architecture: Architecture, pass: Pass, images: tf.Tensor4D): tf.Tensor2D {
  const layers = architecture.forward(pass, images);
  for (;;) {
    const { done, value } = layers.next();
    if (done) return value as tf.Tensor2D;
  }
}
