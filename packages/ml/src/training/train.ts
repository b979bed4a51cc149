import * as tf from '@tensorflow/tfjs';
import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { type Dataset, type ImageSet, selectImages } from '../datasets/dataset.ts';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { Mask } from '../pruning/mask.ts';
import { createRandom } from '../random/random.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { type Augmentation, augment } from './augment.ts';
import { batchTensors } from './batch-tensors.ts';
import { encodeCheckpoint, type TrainingCheckpoint, type TrainingIdentity } from './checkpoint.ts';
import { drawDropoutMasks, requireRate } from './dropout-masks.ts';
import { type StepInput, type TrainingState, trainingStep } from './training-step.ts';

export interface TrainingPlan {
  architecture: Architecture;
  specs: readonly TensorSpec[];
  /** Disposed of by the training. */
  weights: Weights;
  /** Where this training was when it was interrupted, to go on from there; disposed of too. */
  resume?: TrainingCheckpoint;
  /** Held throughout; none for a dense network. */
  mask?: Mask;
  data: Dataset;
  images: ImageSet;
  /** How each image is changed each time that it is shown; not at all unless given. */
  augmentation?: Augmentation;
  epochs: number;
  batchSize: number;
  schedule: Schedule;
  weightDecay: number;
  /** Share of units dropped in each step, where the architecture has dropouts; 0 unless given. */
  dropoutRate?: number;
  /** Fixes the order of the images, how they are changed and what is dropped, with `stream`. */
  seed: number;
  /** Tells apart the trainings of one seed: `parent`, `child-1` … */
  stream: string;
}

export interface TrainingProgress {
  /** Steps done. */
  step: number;
  loss: number;
  /** A file to resume from, of what the next step begins with; to be asked for before that. */
  checkpoint(identity: TrainingIdentity, seconds: number): Promise<Uint8Array>;
}

/** Steps of one pass over the images; the last, partial batch is left out. */
export function stepsAnEpoch(images: number, batchSize: number): number {
  return Math.floor(images / batchSize);
}

/** Steps that a training takes, one at least unless it has no epochs; a part of one takes that share of its batches. */
export function stepsOf(images: number, batchSize: number, epochs: number): number {
  return epochs === 0 ? 0 : Math.max(1, Math.round(stepsAnEpoch(images, batchSize) * epochs));
}

/** Trains by SGD, yielding after each step; returns the trained weights. Stopped early, it disposes of them too. */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingProgress, Weights> {
  const run = await startRun(plan);
  try {
    const readState = async () => {
      const { state, masks } = await run.read();
      tf.dispose(masks);
      return state;
    };
    const checkpoint = async (identity: TrainingIdentity, seconds: number) => {
      const state = await readState();
      const file = await encodeCheckpoint({ state, losses, seconds }, identity);
      tf.dispose([state.weights, state.velocities]);
      return file;
    };
    const losses = [...(plan.resume?.losses ?? [])];
    for await (const { loss } of stepThrough(run, stepInputs(plan))) {
      const { learningRate } = plan.schedule(losses.length);
      const value = await lossValue(loss, losses.length + 1, learningRate);
      losses.push(value);
      yield { step: losses.length, loss: value, checkpoint };
    }
    const { weights, velocities } = await readState();
    tf.dispose(velocities);
    return weights;
  } finally {
    run.dispose();
  }
}

async function startRun(plan: TrainingPlan) {
  const masks = maskTensors(plan);
  const state = initialState(plan, masks);
  try {
    requireBatch(plan);
    requireDropouts(plan);
    const { architecture } = plan;
    return await compile(trainingStep, { architecture }).start({ state, masks });
  } finally {
    tf.dispose([masks, state.weights, state.velocities]);
  }
}

function requireBatch({ batchSize, images }: TrainingPlan): void {
  if (!isPositiveInteger(batchSize)) {
    throw badInput(`A batch of ${batchSize} images came; it must be a whole number of 1 or more.`);
  }
  if (batchSize > images.count) {
    throw badInput(`A batch of ${batchSize} is larger than the ${images.count} training images.`);
  }
}

function requireDropouts({ architecture, dropoutRate = 0 }: TrainingPlan): void {
  requireRate(dropoutRate);
  if (dropoutRate > 0 && !architecture.dropouts) {
    throw badInput(`A dropout rate of ${dropoutRate} came; ${architecture.name} has no dropout: give 0.`);
  }
}

/** Every epoch's images in an order of its own, augmented. */
function* batches(plan: TrainingPlan): Generator<ImageSet> {
  const { images, batchSize, epochs, seed, stream, data, augmentation = 'none' } = plan;
  const perEpoch = stepsAnEpoch(images.count, batchSize);
  const steps = stepsOf(images.count, batchSize, epochs);
  const first = stepsDone(plan);
  let order: Uint32Array = new Uint32Array();
  for (let step = first; step < steps; step++) {
    const [epoch, place] = [Math.floor(step / perEpoch), step % perEpoch];
    if (place === 0 || step === first)
      order = createRandom(seed, 'batches', stream, epoch).permutation(images.count);
    const batch = selectImages(images, order.subarray(place * batchSize, (place + 1) * batchSize));
    yield augment(batch, data, augmentation, createRandom(seed, 'augmentation', stream, step));
  }
}

function* stepInputs(plan: TrainingPlan): Generator<Omit<StepInput, 'masks'>> {
  const { architecture, data, schedule, weightDecay, seed, stream, dropoutRate: rate = 0 } = plan;
  const dropouts = architecture.dropouts?.(data) ?? [];
  let next = stepsDone(plan);
  for (const batch of batches(plan)) {
    const step = next++;
    const { learningRate, momentum } = schedule(step);
    yield tf.tidy(() => ({
      ...batchTensors(batch, plan, createRandom(seed, 'members', stream, step)),
      learningRate: tf.scalar(learningRate),
      momentum: tf.scalar(momentum),
      weightDecay: tf.scalar(weightDecay),
      dropoutMasks: drawDropoutMasks(dropouts, { ...plan, rate, step }),
    }));
  }
}

function maskTensors({ specs, mask = {} }: TrainingPlan): Weights {
  return Object.fromEntries(
    specs
      .filter(({ name }) => mask[name])
      .map(({ name, shape }) => [name, tf.tensor(Float32Array.from(mask[name]!), shape)]),
  );
}

const stepsDone = ({ resume }: TrainingPlan) => resume?.losses.length ?? 0;

/** What is resumed; else the plan's weights, already masked, and momentum at rest. */
function initialState({ specs, weights, resume }: TrainingPlan, masks: Weights): TrainingState {
  if (resume) {
    tf.dispose(weights);
    return resume.state;
  }
  return {
    weights: Object.fromEntries(specs.map(({ name }) => [name, masked(weights[name]!, masks[name])])),
    velocities: Object.fromEntries(
      specs
        .filter(({ role }) => role !== 'mean' && role !== 'variance')
        .map(({ name, shape }) => [name, tf.zeros(shape)]),
    ),
  };
}

function masked(weight: tf.Tensor, mask: tf.Tensor | undefined): tf.Tensor {
  if (!mask) return weight;
  const kept = tf.mul(weight, mask);
  weight.dispose();
  return kept;
}

async function lossValue(loss: tf.Scalar, step: number, learningRate: number): Promise<number> {
  const [value] = await loss.data();
  loss.dispose();
  if (!Number.isFinite(value)) {
    throw badInput(
      `The loss became ${value} at step ${step}, learning rate ${learningRate}: try a smaller rate.`,
    );
  }
  return value!;
}
