import * as tf from '@tensorflow/tfjs';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { disposeTensors } from '../compiler/tensors.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Pixels } from '../images/pixels.ts';
import { createRandom, type Random } from '../random/random.ts';
import { adamCorrection } from './adam.ts';
import { fourierImage } from './fourier-image.ts';
import type { Objective } from './objective.ts';
import type { Preset } from './preset.ts';
import { type Reading, type RenderPlan, readPlan } from './render-plan.ts';
import {
  finishedPictures,
  type Pictures,
  type RenderInput,
  renderStep,
  type Subject,
} from './render-step.ts';
import type { Selections } from './selections.ts';
import { affineMaps, drawSources } from './transforms.ts';

/** A picture, and how far it has come. */
export interface Look {
  pixels: Pixels;
  /** Of the objective's first neuron, on the picture untransformed: its mean, or in its border where a place is read. */
  activation: number;
}

export interface Rendering extends Look {
  /** In the order of the steps. */
  snapshots: (Look & { step: number })[];
}

/**
 * Yields the number of steps done after each one; returns a finished picture for each objective.
 * @throws DomainError for what can't be rendered, and as soon as a gradient or an activation is no number
 */
export async function* render(plan: RenderPlan): AsyncGenerator<number, Rendering[]> {
  const reading = readPlan(plan);
  const streams = plan.objectives.map((objective) => streamOf(plan.seed, objective));
  const snapshots: Rendering['snapshots'][] = plan.objectives.map(() => []);
  try {
    const run = await startRun(plan, reading.raised, streams);
    try {
      let done = 0;
      for await (const { gradientSums } of stepThrough(run, stepInputs(plan.preset, streams))) {
        done++;
        const sums = await gradientSums.data();
        gradientSums.dispose();
        requireNumbers(sums, 'The gradient', done, plan);
        if (plan.snapshots?.includes(done)) {
          const looks = await look(plan, await picturesOf(run), reading, done);
          for (const [picture, one] of looks.entries()) snapshots[picture]!.push({ step: done, ...one });
        }
        yield done;
      }
      const looks = await look(plan, await picturesOf(run), reading, done);
      return looks.map((one, picture) => ({ ...one, snapshots: snapshots[picture]! }));
    } finally {
      run.dispose();
    }
  } finally {
    tf.dispose([reading.raised, reading.measured]);
  }
}

function streamOf(seed: number, { terms: [{ layer, channel }], index }: Objective): Random {
  return createRandom(seed, 'visualization', layer, channel, ...(index === undefined ? [] : [index]));
}

type RenderRun = Awaited<ReturnType<typeof startRun>>;

async function startRun(plan: RenderPlan, selections: Selections[], streams: Random[]) {
  const { weights, contrast } = plan;
  const start = { ...startState(plan, streams), selections };
  try {
    const networks = [weights, ...(contrast ? [contrast.weights] : [])];
    return await compile(renderStep, subjectOf(plan), { weights: networks }).start(start);
  } finally {
    const { selections: _, ...own } = start;
    disposeTensors(own);
  }
}

function subjectOf({ architecture, data, preset }: Subject): Subject {
  return { architecture, data, preset };
}

function startState({ preset, data, diversity }: RenderPlan, streams: Random[]) {
  const parametrization = fourierImage(preset.size, data.channels);
  const shape = parametrization.shape(streams.length);
  const starts = streams.map((random) => parametrization.start(random));
  const values = new Float32Array(starts.length * starts[0]!.length);
  for (const [picture, start] of starts.entries()) values.set(start, picture * start.length);
  return {
    spectrum: tf.tensor3d(values, shape),
    moments: { first: tf.zeros(shape), second: tf.zeros(shape) },
    diversity: diversity ? { [diversity.layer]: tf.scalar(diversity.weight) } : {},
    waves: parametrization.constants(),
  };
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

/** Of each picture there are as many values. */
function requireNumbers(
  values: ArrayLike<number>,
  what: string,
  step: number,
  { objectives }: RenderPlan,
): void {
  const wrong = Array.from(values).findIndex((value) => !Number.isFinite(value));
  if (wrong === -1) return;
  const [{ layer, channel }] = objectives[Math.floor((wrong * objectives.length) / values.length)]!.terms;
  throw new DomainError(
    'CONFLICT',
    `${what} of ${layer}:${channel} is no number at step ${step}: its network can’t be looked into.`,
  );
}

async function picturesOf(run: RenderRun): Promise<Pictures> {
  const { spectrum, waves, ...rest } = await run.read();
  disposeTensors(rest);
  return { spectrum, waves };
}

/** Takes over the pictures. */
async function look(
  plan: RenderPlan,
  pictures: Pictures,
  { measured, border }: Reading,
  step: number,
): Promise<Look[]> {
  const run = await compile(
    finishedPictures,
    { ...subjectOf(plan), border },
    { weights: [plan.weights] },
  ).start({});
  try {
    const { images, activations } = await run.step({ ...pictures, selections: [measured] });
    const [values, reached] = await Promise.all([images.data(), activations.data()]);
    tf.dispose([images, activations]);
    requireNumbers(reached, 'The activation', step, plan);
    return plan.objectives.map((_, picture) => ({
      pixels: pixelsOf(values as Float32Array, picture, plan),
      activation: reached[picture]!,
    }));
  } finally {
    disposeTensors(pictures);
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
