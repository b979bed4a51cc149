import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { TensorFunction } from '../compiler/program.ts';
import type { Weights } from '../networks/pass.ts';
import { inputGradient } from './input-gradient.ts';
import type { SmoothGradPreset } from './smooth-grad-preset.ts';

export type SmoothGradInput = {
  weights: Weights;
  /** [images, height, width, channels], normalised */
  images: tf.Tensor4D;
  /** [images, classes], one-hot: whose logit is the score */
  classes: tf.Tensor2D;
  /** [samples, images, height, width, channels], standard normal */
  noise: tf.Tensor5D;
};

/**
 * SmoothGrad (Smilkov et al., 2017): the gradient of each image's score, averaged over noisy copies of the image. All copies
 * of all images go through the network as one batch.
 */
export const smoothGrad: TensorFunction<
  SmoothGradInput,
  { attributions: tf.Tensor4D },
  { architecture: Architecture; preset: SmoothGradPreset }
> = ({ weights, images, classes, noise }, { architecture, preset }) => {
  const noisy = tf.add(images, tf.mul(noise, deviations(images, preset)));
  const [samples, count, height, width, channels] = noise.shape;
  const batch = tf.reshape(noisy, [samples * count, height, width, channels]) as tf.Tensor4D;
  const gradients = inputGradient(architecture, weights, batch, tf.tile(classes, [samples, 1]));
  return { attributions: tf.mean(averaged(tf.reshape(gradients, noise.shape), preset), 0) };
};

/** The noise's standard deviation: one for all, or [images, 1, 1, 1] of each image's own range. */
function deviations(images: tf.Tensor4D, { deviation }: SmoothGradPreset): tf.Tensor {
  if (deviation.kind === 'fixed') return tf.scalar(deviation.value);
  const range = tf.sub(tf.max(images, [1, 2, 3], true), tf.min(images, [1, 2, 3], true));
  return tf.mul(range, deviation.share);
}

function averaged(gradients: tf.Tensor, { averaging }: SmoothGradPreset): tf.Tensor {
  switch (averaging) {
    case 'signed':
      return gradients;
    case 'squared':
      return tf.square(gradients);
    case 'absolute':
      return tf.abs(gradients);
  }
}
