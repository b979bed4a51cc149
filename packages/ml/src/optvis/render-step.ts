import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';
import { type AdamMoments, adamStep } from './adam.ts';
import { channelActivations } from './channel-objective.ts';
import { fourierImage, type Waves } from './fourier-image.ts';
import type { Preset } from './preset.ts';
import { resample } from './resample.ts';

/** What a rendering is specialised for. */
export type Subject = {
  architecture: Architecture;
  /** Whose normalisation the network was trained with. */
  data: Pick<Dataset, 'channels' | 'mean' | 'std'>;
  layer: string;
  preset: Preset;
};

/** What the pictures are made of, and whose activations they are to raise. */
export type Pictures = {
  spectrum: tf.Tensor3D;
  /** [pictures, 1, 1, channels], see channelSelection */
  selection: tf.Tensor4D;
  waves: Waves;
};

export type RenderInput = {
  /** [pictures, 3, 2]: this step's transforms, see affineMaps. */
  maps: tf.Tensor3D;
  /** Adam's. */
  correction: readonly [tf.Scalar, tf.Scalar];
};

/** One step of Adam on the spectrum, towards pictures that raise their neurons' activation under the transforms. */
export function renderStep(
  input: Pictures & RenderInput & { weights: Weights; moments: AdamMoments },
  subject: Subject,
): { spectrum: tf.Tensor3D; moments: AdamMoments } {
  const { preset } = subject;
  const lossOf = (spectrum: tf.Tensor) => {
    const padded = padWithGrey(
      imagesOf({ ...input, spectrum: spectrum as tf.Tensor3D }, subject),
      preset.padding,
    );
    const transformed = resample(padded, input.maps);
    return tf.neg(tf.sum(activationsOf(transformed, input, subject)));
  };
  const gradient = tf.grad(lossOf)(input.spectrum) as tf.Tensor3D;
  const { parameters: spectrum, moments } = adamStep(
    input.spectrum,
    gradient,
    input.moments,
    preset.learningRate,
    input.correction,
  );
  return { spectrum, moments };
}

/** The pictures, [pictures, size, size, channels] in (0, 1), and the mean activation of each one's neuron, [pictures]. */
export function finishedPictures(
  input: Pictures & { weights: Weights },
  subject: Subject,
): { images: tf.Tensor4D; activations: tf.Tensor1D } {
  const images = imagesOf(input, subject);
  return { images, activations: activationsOf(images, input, subject) };
}

function imagesOf({ spectrum, waves }: Pictures, { preset, data }: Subject): tf.Tensor4D {
  return fourierImage(preset.size, data.channels).toImages(spectrum, waves);
}

/** [pictures]: the mean activation of each picture's channel. */
function activationsOf(
  images: tf.Tensor4D,
  { weights, selection }: { weights: Weights; selection: tf.Tensor4D },
  { architecture, data, layer }: Subject,
): tf.Tensor1D {
  const centred = tf.sub(images, tf.tensor1d([...data.mean]));
  const normalized = tf.div(centred, tf.tensor1d([...data.std])) as tf.Tensor4D;
  const activation = computeActivation(architecture, inferencePass(weights), normalized, layer);
  return channelActivations(activation, selection);
}

/** The border that transforms move a picture into. */
export function padWithGrey(images: tf.Tensor4D, padding: number): tf.Tensor4D {
  return tf.pad(
    images,
    [
      [0, 0],
      [padding, padding],
      [padding, padding],
      [0, 0],
    ],
    0.5,
  );
}
