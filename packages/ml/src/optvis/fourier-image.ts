import * as tf from '@tensorflow/tfjs';
import type { Tensors } from '../compiler/program.ts';
import type { Random } from '../random/random.ts';
import { type FourierBasis, fourierBasis, halfSpectrum, inverseRealDft } from './fourier-basis.ts';

/** A picture as a function of what the optimiser changes. */
export interface Parametrization<Constants extends Tensors> {
  /** The start of one picture, row by row; its draws come from the picture's own stream. */
  start(random: Random): Float32Array;
  /** Shape of the parameters of a batch. */
  shape(pictures: number): [number, number, number];
  /** What `toImages` reads beside the parameters; whoever asks for it disposes of it. */
  constants(): Constants;
  /** Parameters → [pictures, size, size, channels] in (0, 1). */
  toImages(parameters: tf.Tensor3D, constants: Constants): tf.Tensor4D;
}

export type Waves = FourierBasis & {
  /** [2·size, size/2 + 1] */
  scale: tf.Tensor2D;
};

/** Standard deviation of the first spectrum (Lucid). */
const startDeviation = 0.01;

/** Lucid's and Lucent's: what an inverse DFT of ortho norm gives is divided by it. */
const imageDivisor = 4;

/** Colour correlations of ImageNet (Lucid), each row an output channel, before division by their largest column norm. */
const colorCorrelation = [
  [0.26, 0.09, 0.02],
  [0.27, 0.0, -0.05],
  [0.27, -0.09, 0.03],
];
const colorNorm = 0.4619524;

/**
 * Pictures in a decorrelated space: a spectrum scaled by 1/frequency, and for three channels Lucid's colour matrix, then a
 * sigmoid (Olah et al., 2017). One channel takes the spectrum alone.
 */
export function fourierImage(size: number, channels: number): Parametrization<Waves> {
  const half = halfSpectrum(size);
  return {
    start: (random) =>
      Float32Array.from({ length: channels * 2 * size * half }, () => startDeviation * random.normal()),
    shape: (pictures) => [pictures * channels, 2 * size, half],
    constants: () => ({ ...fourierBasis(size), scale: spectrumScale(size) }),
    toImages(spectrum, { scale, ...basis }) {
      const planes = inverseRealDft(tf.mul(spectrum, scale), basis);
      const pictures = tf.div(tf.reshape(planes, [-1, channels, size, size]), imageDivisor);
      const pixels = tf.transpose(pictures, [0, 2, 3, 1]) as tf.Tensor4D;
      return tf.sigmoid(channels === 3 ? correlateColors(pixels) : pixels);
    },
  };
}

/** [2·size, size/2 + 1]: 1 / max(frequency, 1/size), the same for real and imaginary parts; Lucid's decay of 1. */
export function spectrumScale(size: number): tf.Tensor2D {
  const half = halfSpectrum(size);
  const rows = Array.from({ length: size }, (_, row) => {
    const vertical = (row < size / 2 ? row : row - size) / size;
    return Array.from(
      { length: half },
      (_, column) => 1 / Math.max(Math.hypot(vertical, column / size), 1 / size),
    );
  });
  return tf.tensor2d([...rows, ...rows]);
}

/** Decorrelated colours → red, green, blue before the sigmoid: each row of the last axis times the matrix transposed. */
export function correlateColors(pixels: tf.Tensor4D): tf.Tensor4D {
  const matrix = tf.div(tf.tensor2d(colorCorrelation), colorNorm) as tf.Tensor2D;
  return tf.reshape(tf.matMul(tf.reshape(pixels, [-1, 3]), matrix, false, true), pixels.shape);
}
