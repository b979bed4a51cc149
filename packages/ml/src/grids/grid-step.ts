import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';
import { type AdamMoments, adamStep } from '../optvis/adam.ts';
import { fourierImage, type Waves } from '../optvis/fourier-image.ts';
import type { Preset } from '../optvis/preset.ts';
import { padWithGrey, type RenderInput } from '../optvis/render-step.ts';
import { resample } from '../optvis/resample.ts';

/** What a grid is specialised for. */
export type GridSubject = {
  architecture: Architecture;
  /** Whose normalisation the network was trained with. */
  data: Pick<Dataset, 'channels' | 'mean' | 'std'>;
  layer: string;
  preset: Preset;
};

/** What the pictures of some cells are made of. */
export type CellPictures = {
  /** [parts, values of a picture's spectrum] */
  parts: tf.Tensor2D;
  /** [cells, parts]: how much of each part a cell's picture has. */
  mix: tf.Tensor2D;
  waves: Waves;
};

export type GridInput = RenderInput & {
  mix: tf.Tensor2D;
  /** [cells, 1, 1, channels]: what the layer said of the cell, which its picture is to bring about. */
  targets: tf.Tensor4D;
};

/** One step of Adam on the parts, towards pictures whose activations have the largest dot product with their cells'. */
export function gridStep(
  input: Omit<CellPictures, 'mix'> & GridInput & { weights: Weights; moments: AdamMoments },
  subject: GridSubject,
): { parts: tf.Tensor2D; moments: AdamMoments } {
  const { preset } = subject;
  const lossOf = (parts: tf.Tensor) => {
    const images = cellPictures({ ...input, parts: parts as tf.Tensor2D }, subject).images;
    const transformed = resample(padWithGrey(images, preset.padding), input.maps);
    const activation = activationOf({ weights: input.weights, images: transformed }, subject).activation;
    return tf.neg(tf.sum(tf.mul(tf.mean(activation, [1, 2], true), input.targets)));
  };
  const gradient = tf.grad(lossOf)(input.parts) as tf.Tensor2D;
  const { learningRate } = preset;
  const { parameters, moments } = adamStep(
    input.parts,
    gradient,
    input.moments,
    learningRate,
    input.correction,
  );
  return { parts: parameters, moments };
}

/** [cells, size, size, channels] in (0, 1). Spectra are mixed, which is as good as mixing what comes before colours and sigmoid. */
export function cellPictures(
  { parts, mix, waves }: CellPictures,
  { preset, data }: Pick<GridSubject, 'preset' | 'data'>,
): { images: tf.Tensor4D } {
  const { shape, toImages } = fourierImage(preset.size, data.channels);
  const spectrum = tf.reshape(tf.matMul(mix, parts), shape(mix.shape[0])) as tf.Tensor3D;
  return { images: toImages(spectrum, waves) };
}

/** What the layer says of pictures in [0, 1]: [pictures, height, width, channels] */
export function activationOf(
  { weights, images }: { weights: Weights; images: tf.Tensor4D },
  { architecture, data, layer }: Omit<GridSubject, 'preset'>,
): { activation: tf.Tensor4D } {
  const centred = tf.sub(images, tf.tensor1d([...data.mean]));
  const normalized = tf.div(centred, tf.tensor1d([...data.std])) as tf.Tensor4D;
  return { activation: computeActivation(architecture, inferencePass(weights), normalized, layer) };
}
