import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Pixels } from '../images/pixels.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom, type Random } from '../random/random.ts';
import { type AdamMoments, adamCorrection, adamStep } from './adam.ts';
import { channelActivations, channelSelection } from './channel-objective.ts';
import { fourierImage, type Parametrization } from './fourier-image.ts';
import type { Preset } from './preset.ts';
import { drawSources, type Resampling, resample, resampling } from './transforms.ts';

export interface RenderPlan {
  architecture: Architecture;
  weights: Weights;
  /** Whose normalisation the network was trained with. */
  data: Pick<Dataset, 'channels' | 'mean' | 'std'>;
  layer: string;
  /** One picture for each. */
  channels: readonly number[];
  preset: Preset;
  /** With the neuron's address it fixes the start image and the transforms, whatever the model and the batch. */
  seed: number;
}

export interface Rendering {
  channel: number;
  pixels: Pixels;
  /** The neuron's mean activation on the finished picture, untransformed. */
  activation: number;
}

/** Yields the number of steps done after each one; returns a finished picture for each channel. */
export async function* render(plan: RenderPlan): AsyncGenerator<number, Rendering[]> {
  const { preset, channels, layer } = plan;
  const selection = channelSelection(channels, requireChannels(plan));
  const parametrization = fourierImage(preset.size, plan.data.channels);
  const streams = channels.map((channel) => createRandom(plan.seed, 'visualization', layer, channel));
  let state = startState(parametrization, streams);
  try {
    for (let step = 1; step <= preset.steps; step++) {
      const draws = drawResampling(preset, streams);
      const next = tf.tidy(() => renderStep(plan, parametrization, selection, state, draws, step));
      tf.dispose(state);
      state = next;
      yield step;
    }
    return await finish(plan, parametrization, selection, state.spectrum);
  } finally {
    tf.dispose({ state, selection });
    parametrization.dispose();
  }
}

/** Refuses a channel that the layer doesn't have, or none at all; returns how many it has. */
function requireChannels({ architecture, layer: name, channels }: RenderPlan): number {
  const layer = findLayer(architecture, name);
  if (channels.length === 0) throw badInput(`No channels of ${name} came; a rendering needs one or more.`);
  const wrong = channels.find(
    (channel) => !Number.isInteger(channel) || channel < 0 || channel >= layer.channels,
  );
  if (wrong === undefined) return layer.channels;
  throw badInput(
    `Unknown neuron "${name}:${wrong}": ${name} has ${layer.channels} channels (0–${layer.channels - 1}).`,
  );
}

type RenderState = { spectrum: tf.Tensor3D; moments: AdamMoments };

function startState(parametrization: Parametrization, streams: Random[]): RenderState {
  const shape = parametrization.shape(streams.length);
  const starts = streams.map((random) => parametrization.start(random));
  const values = new Float32Array(starts.length * starts[0]!.length);
  for (const [picture, start] of starts.entries()) values.set(start, picture * start.length);
  return {
    spectrum: tf.tensor3d(values, shape),
    moments: { first: tf.zeros(shape), second: tf.zeros(shape) },
  };
}

/** This step's transforms, drawn from each picture's own stream. */
function drawResampling({ size, padding, transforms }: Preset, streams: Random[]): Resampling {
  const padded = size + 2 * padding;
  return resampling(
    streams.map((random) => drawSources(transforms, padded, random)),
    padded,
  );
}

/** One step of Adam on the spectrum, towards pictures that raise their neurons' activation under the drawn transforms. */
function renderStep(
  plan: RenderPlan,
  { toImages }: Parametrization,
  selection: tf.Tensor4D,
  { spectrum, moments }: RenderState,
  { neighbours, shares }: Resampling,
  step: number,
): RenderState {
  const [neighbourRows, neighbourShares] = [tf.tensor1d(neighbours, 'int32'), tf.tensor1d(shares)];
  const lossOf = (parameters: tf.Tensor) => {
    const padded = padWithGrey(toImages(parameters as tf.Tensor3D), plan.preset.padding);
    const transformed = resample(padded, neighbourRows, neighbourShares);
    return tf.neg(tf.sum(activationOf(plan, transformed, selection)));
  };
  const gradient = tf.grad(lossOf)(spectrum) as tf.Tensor3D;
  const correction = adamCorrection(step);
  const { parameters, ...rest } = adamStep(spectrum, gradient, moments, plan.preset.learningRate, correction);
  return { spectrum: parameters, moments: rest.moments };
}

/** [pictures]: the mean activation of each picture's channel. */
function activationOf(
  { architecture, weights, data, layer }: RenderPlan,
  images: tf.Tensor4D,
  selection: tf.Tensor4D,
) {
  const normalized = tf.div(
    tf.sub(images, tf.tensor1d([...data.mean])),
    tf.tensor1d([...data.std]),
  ) as tf.Tensor4D;
  return channelActivations(
    computeActivation(architecture, inferencePass(weights), normalized, layer),
    selection,
  );
}

function padWithGrey(images: tf.Tensor4D, padding: number): tf.Tensor4D {
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

/** Bytes as Lucent saves them: 255·x, truncated. */
async function finish(
  plan: RenderPlan,
  { toImages }: Parametrization,
  selection: tf.Tensor4D,
  spectrum: tf.Tensor3D,
): Promise<Rendering[]> {
  const { size } = plan.preset;
  const channels = plan.data.channels as Pixels['channels'];
  const [images, activations] = tf.tidy(() => {
    const images = toImages(spectrum);
    return [images, activationOf(plan, images, selection)];
  });
  const values = await images.data();
  const reached = await activations.data();
  tf.dispose([images, activations]);
  const pictureLength = size * size * channels;
  return plan.channels.map((channel, picture) => {
    const own = values.subarray(picture * pictureLength, (picture + 1) * pictureLength);
    const data = Uint8Array.from(own, (value) => Math.trunc(255 * value));
    return { channel, pixels: { width: size, height: size, channels, data }, activation: reached[picture]! };
  });
}
