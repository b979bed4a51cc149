import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { computeActivations } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';
import { type AdamMoments, adamStep } from './adam.ts';
import { fourierImage, type Waves } from './fourier-image.ts';
import { gramSimilarity } from './gram-similarity.ts';
import type { Preset } from './preset.ts';
import { resample } from './resample.ts';
import { type Selections, selectedActivations } from './selections.ts';

/** What a rendering is specialised for. */
export type Subject = {
  architecture: Architecture;
  /** Whose normalisation the network was trained with. */
  data: Pick<Dataset, 'channels' | 'mean' | 'std'>;
  preset: Preset;
};

/** What the pictures are made of. */
export type Pictures = { spectrum: tf.Tensor3D; waves: Waves };

/** What they are to raise: the sum of what they read of each network. */
export type Readings = {
  /** One, or two of the same architecture. */
  weights: readonly Weights[];
  /** For each network. */
  selections: readonly Selections[];
};

/** What is taken from that for features of the first network that the pictures share, by layer: see gramSimilarity. */
export type Diversity = { diversity: Readonly<Record<string, tf.Scalar>> };

export type RenderInput = {
  /** [pictures, 3, 2]: this step's transforms, see affineMaps. */
  maps: tf.Tensor3D;
  /** Adam's. */
  correction: readonly [tf.Scalar, tf.Scalar];
};

/** One step of Adam on the spectrum, towards pictures that raise what they read under the transforms. */
export function renderStep(
  input: Pictures & Readings & Diversity & RenderInput & { moments: AdamMoments },
  subject: Subject,
): {
  spectrum: tf.Tensor3D;
  moments: AdamMoments;
  /** [pictures · channels]: the gradient of each plane added up, which is no number where any part of it is none. */
  gradientSums: tf.Tensor1D;
} {
  const { preset } = subject;
  const lossOf = (spectrum: tf.Tensor) => {
    const images = imagesOf({ ...input, spectrum: spectrum as tf.Tensor3D }, subject);
    return lossIn(resample(padWithGrey(images, preset.padding), input.maps), input, subject);
  };
  const gradient = tf.grad(lossOf)(input.spectrum) as tf.Tensor3D;
  const { parameters: spectrum, moments } = adamStep(
    input.spectrum,
    gradient,
    input.moments,
    preset.learningRate,
    input.correction,
  );
  return { spectrum, moments, gradientSums: tf.sum(gradient, [1, 2]) };
}

/** The pictures, [pictures, size, size, channels] in (0, 1), and what each one with that border reads, [pictures]. */
export function finishedPictures(
  input: Pictures & Readings,
  { border, ...subject }: Subject & { border: number },
): { images: tf.Tensor4D; activations: tf.Tensor1D } {
  const images = imagesOf(input, subject);
  const layers = input.selections.map((selections) => Object.keys(selections));
  const looked = border === 0 ? images : padWithGrey(images, border);
  return { images, activations: readingsOf(featuresOf(looked, input, layers, subject), input) };
}

function imagesOf({ spectrum, waves }: Pictures, { preset, data }: Subject): tf.Tensor4D {
  return fourierImage(preset.size, data.channels).toImages(spectrum, waves);
}

function lossIn(images: tf.Tensor4D, input: Readings & Diversity, subject: Subject): tf.Scalar {
  const layers = input.selections.map((selections, network) =>
    Object.keys(network === 0 ? { ...selections, ...input.diversity } : selections),
  );
  const features = featuresOf(images, input, layers, subject);
  const loss: tf.Scalar = tf.neg(tf.sum(readingsOf(features, input)));
  return Object.entries(input.diversity).reduce(
    (sum, [layer, weight]) => tf.add(sum, tf.mul(weight, gramSimilarity(features[0]![layer]!))),
    loss,
  );
}

/** Activations in each network, by layer. */
type Features = readonly Record<string, tf.Tensor4D>[];

function featuresOf(
  images: tf.Tensor4D,
  { weights }: Readings,
  layers: readonly string[][],
  { architecture, data }: Subject,
): Features {
  const centred = tf.sub(images, tf.tensor1d([...data.mean]));
  const normalized = tf.div(centred, tf.tensor1d([...data.std])) as tf.Tensor4D;
  return weights.map((weights, network) =>
    computeActivations(architecture, inferencePass(weights), normalized, layers[network]!),
  );
}

/** [pictures] */
function readingsOf(features: Features, { selections }: Readings): tf.Tensor1D {
  return selections
    .flatMap((selections, network) =>
      Object.entries(selections).map(([layer, selection]) =>
        selectedActivations(features[network]![layer]!, selection),
      ),
    )
    .reduce((sum, reading) => tf.add(sum, reading));
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
