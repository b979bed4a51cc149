import * as tf from '@tensorflow/tfjs';
import type { Weights } from '../src/networks/pass.ts';
import { type StepInput, type TrainingState, trainingStep } from '../src/training/training-step.ts';
import { openCifarBatch } from './cifar-batch.ts';
import { asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { compared, type Line, unlessMissing } from './line.ts';
import { batchIndices, errorsUnder, maskedState, masksOf, stepInputOf } from './masked-training.ts';
import { openNet } from './net.ts';

/** Of each tensor's largest. */
const tolerance = 1e-3;
const lossTolerance = 5e-3;

/** `prune_step` of `fixtures.json`: one masked step of SGD on CIFAR-10 images. */
export async function replayPruneStep(folder: FixtureFolder): Promise<Line[]> {
  const { prune_step: described } = folder.described;
  if (described === undefined) return [];
  return unlessMissing('prune-step', () => replay(folder, asRecord(described, 'prune_step')));
}

async function replay(folder: FixtureFolder, described: Json): Promise<Line[]> {
  const net = openNet(folder, described.net);
  const batch = await openCifarBatch(folder, described.dataset);
  const fixture = folder.tensors('prune-step.safetensors');
  const rates = {
    learningRate: asNumber(described.lr, 'lr of prune_step'),
    momentum: asNumber(described.momentum, 'momentum of prune_step'),
  };
  const { loss, gradients, after } = tf.tidy(() => {
    const masks = masksOf(fixture, net.specs);
    const before = maskedState(net, masks);
    const input = stepInputOf(net, described, batch.pick(batchIndices(fixture, 0)), rates, masks);
    const { loss, state } = trainingStep(net.architecture, before, input);
    return { loss, gradients: gradientsOf(state, before, input), after: state.weights };
  });
  const [ours] = await loss.data();
  const lines = [
    compared('prune-step loss', [Math.abs(ours! - asNumber(described.loss, 'loss'))], lossTolerance),
    compared(
      'prune-step gradients',
      await errorsUnder('grad', fixture, net.specs, gradients),
      tolerance,
      'of the largest of each tensor',
    ),
    compared(
      'prune-step weights',
      await errorsUnder('after', fixture, net.specs, after),
      tolerance,
      'of the largest of each tensor',
    ),
  ];
  tf.dispose({ loss, gradients, after });
  return lines;
}

/** A first step leaves gradient + decay · weight as its momentum. */
function gradientsOf(
  { velocities }: TrainingState,
  before: TrainingState,
  { weightDecay }: StepInput,
): Weights {
  return Object.fromEntries(
    Object.entries(velocities).map(([name, velocity]) => [
      name,
      tf.sub(velocity, tf.mul(before.weights[name]!, weightDecay)),
    ]),
  );
}
