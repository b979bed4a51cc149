import * as tf from '@tensorflow/tfjs';
import { findLayer } from '../architectures/find-layer.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Pixels } from '../images/pixels.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom, type Random } from '../random/random.ts';
import { adamCorrection } from './adam.ts';
import { channelSelection } from './channel-objective.ts';
import { fourierImage } from './fourier-image.ts';
import type { Preset } from './preset.ts';
import {
  finishedPictures,
  type Pictures,
  type RenderInput,
  renderStep,
  type Subject,
} from './render-step.ts';
import { affineMaps, drawSources } from './transforms.ts';

export interface RenderPlan extends Subject {
  weights: Weights;
  /** One picture for each. */
  channels: readonly number[];
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
  const streams = plan.channels.map((channel) =>
    createRandom(plan.seed, 'visualization', plan.layer, channel),
  );
  const run = await startRun(plan, streams);
  try {
    let done = 0;
    for await (const _ of stepThrough(run, stepInputs(plan.preset, streams))) yield ++done;
    const { moments, ...pictures } = await run.read();
    tf.dispose(moments);
    return await finish(plan, pictures);
  } finally {
    run.dispose();
  }
}

async function startRun(plan: RenderPlan, streams: Random[]) {
  const start = startState(plan, streams);
  try {
    return await compile(renderStep, subjectOf(plan), { weights: plan.weights }).start(start);
  } finally {
    tf.dispose(start);
  }
}

function subjectOf({ architecture, data, layer, preset }: Subject): Subject {
  return { architecture, data, layer, preset };
}

function startState(plan: RenderPlan, streams: Random[]) {
  const selection = channelSelection(plan.channels, requireChannels(plan));
  const parametrization = fourierImage(plan.preset.size, plan.data.channels);
  const shape = parametrization.shape(streams.length);
  const starts = streams.map((random) => parametrization.start(random));
  const values = new Float32Array(starts.length * starts[0]!.length);
  for (const [picture, start] of starts.entries()) values.set(start, picture * start.length);
  return {
    spectrum: tf.tensor3d(values, shape),
    moments: { first: tf.zeros(shape), second: tf.zeros(shape) },
    selection,
    waves: parametrization.constants(),
  };
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

/** Every step's transforms, drawn from each picture's own stream. */
function* stepInputs(
  { size, padding, transforms, steps }: Preset,
  streams: Random[],
): Generator<RenderInput> {
  const padded = size + 2 * padding;
  for (let step = 1; step <= steps; step++) {
    const sources = streams.map((random) => drawSources(transforms, padded, random));
    yield { maps: affineMaps(sources), correction: adamCorrection(step) };
  }
}

async function finish(plan: RenderPlan, pictures: Pictures): Promise<Rendering[]> {
  const run = await compile(finishedPictures, subjectOf(plan), { weights: plan.weights }).start({});
  try {
    const { images, activations } = await run.step(pictures);
    const [values, reached] = await Promise.all([images.data(), activations.data()]);
    tf.dispose([images, activations]);
    return plan.channels.map((channel, picture) => ({
      channel,
      pixels: pixelsOf(values as Float32Array, picture, plan),
      activation: reached[picture]!,
    }));
  } finally {
    tf.dispose(pictures);
    run.dispose();
  }
}

/** Bytes as Lucent saves them: 255·x, truncated. */
function pixelsOf(values: Float32Array, picture: number, { preset: { size }, data }: RenderPlan): Pixels {
  const length = size * size * data.channels;
  const own = values.subarray(picture * length, (picture + 1) * length);
  const bytes = Uint8Array.from(own, (value) => Math.trunc(255 * value));
  return { width: size, height: size, channels: data.channels as Pixels['channels'], data: bytes };
}
