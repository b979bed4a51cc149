import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../src/architectures/architecture.ts';
import type { Checkpoint } from '../src/checkpoints/decode-safetensors.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { Weights } from '../src/networks/pass.ts';
import { fromPyTorchLayout, toPyTorchLayout } from '../src/networks/pytorch-layout.ts';
import type { Rates } from '../src/schedules/schedule.ts';
import type { StepInput, TrainingState } from '../src/training/training-step.ts';
import type { PickedImages } from './cifar-batch.ts';
import { asNumber, type Json } from './fixture-folder.ts';
import type { Net } from './net.ts';
import { preprocessed } from './preprocess.ts';
import { relativeErrors } from './relative-errors.ts';

/** The `mask.*` of a fixture as tensors in our layout. */
export function masksOf({ tensors }: Checkpoint, specs: readonly TensorSpec[]): Weights {
  return Object.fromEntries(
    specs.flatMap((spec) => {
      const mask = tensors.get(`mask.${spec.name}`);
      if (!mask) return [];
      const values = Float32Array.from(fromPyTorchLayout(mask.data as Uint8Array, spec));
      return [[spec.name, tf.tensor(values, spec.shape)]];
    }),
  );
}

/** The net's weights under the masks, momentum at rest. */
export function maskedState({ specs, weights }: Net, masks: Weights): TrainingState {
  return tf.tidy(() => {
    const whole = weights();
    const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
    return {
      weights: Object.fromEntries(
        specs.map(({ name }) => [name, masks[name] ? tf.mul(whole[name]!, masks[name]) : whole[name]!]),
      ),
      velocities: Object.fromEntries(learned.map(({ name, shape }) => [name, tf.zeros(shape)])),
    };
  });
}

/** What a step takes, of a fixture that says how it was trained. */
export function stepInputOf(
  { preprocessing, shape: { classes } }: Net,
  { weight_decay, nesterov }: Json,
  { pixels, shape, labels }: PickedImages,
  { learningRate, momentum }: Rates,
  masks: Weights,
): StepInput {
  if (nesterov !== true) throw badInput('Only Nesterov momentum is built; the fixture was made without.');
  return {
    images: preprocessed(pixels, shape, preprocessing),
    labels: tf.oneHot(tf.tensor1d(labels, 'int32'), classes) as tf.Tensor2D,
    learningRate: tf.scalar(learningRate),
    momentum: tf.scalar(momentum),
    weightDecay: tf.scalar(asNumber(weight_decay, 'weight_decay')),
    masks,
  };
}

/** Errors of the tensors that a fixture keeps under a prefix, each as a share of its tensor's largest. */
export async function errorsUnder(
  prefix: string,
  { tensors }: Checkpoint,
  specs: readonly TensorSpec[],
  ours: Weights,
): Promise<number[]> {
  const errors: number[] = [];
  for (const spec of specs) {
    const wanted = tensors.get(`${prefix}.${spec.name}`);
    if (!wanted) continue;
    const values = toPyTorchLayout((await ours[spec.name]!.data()) as Float32Array, spec);
    errors.push(...relativeErrors(values, wanted.data as Float32Array));
  }
  return errors;
}

/** Row `row` of a fixture's `batch_indices`, [batch] or [steps, batch]. */
export function batchIndices({ tensors }: Checkpoint, row: number): number[] {
  const indices = tensors.get('batch_indices');
  if (!indices) throw badInput('A fixture of training must hold "batch_indices".');
  const size = indices.shape.at(-1)!;
  return Array.from(indices.data.subarray(row * size, (row + 1) * size) as ArrayLike<bigint>, Number);
}
