import * as tf from '@tensorflow/tfjs';
import type { Checkpoint } from '../src/checkpoints/decode-safetensors.ts';
import { runOnce } from '../src/compiler/run-once.ts';
import { disposeTensors } from '../src/compiler/tensors.ts';
import type { Weights } from '../src/networks/pass.ts';
import { type StepInput, type TrainingState, trainingStep } from '../src/training/training-step.ts';
import { beside, points } from './beside.ts';
import { type CifarBatch, openCifarBatch } from './cifar-batch.ts';
import { asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { compared, type Line, unlessMissing } from './line.ts';
import { batchIndices, errorsUnder, maskedState, masksOf, stepInputOf } from './masked-training.ts';
import { type Net, openNet } from './net.ts';

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
  const exact = await stepAt(0, net, described, fixture, batch);
  let gradients = gradientLine(exact.gradientErrors, 'of the largest of each tensor');
  const exactWorst = gradients.worst?.toExponential(1);
  for (let point = 1; point < points && gradients.status === 'FAIL'; point++) {
    const { gradientErrors } = await stepAt(point, net, described, fixture, batch);
    const beside = gradientLine(
      gradientErrors,
      `at point ${point} within rounding; ${exactWorst} at the images`,
    );
    if (beside.status === 'PASS') gradients = beside;
  }
  return [
    compared('prune-step loss', [Math.abs(exact.loss - asNumber(described.loss, 'loss'))], lossTolerance),
    gradients,
    compared('prune-step weights', exact.weightErrors, tolerance, 'of the largest of each tensor'),
  ];
}

const gradientLine = (errors: number[], note: string): Line =>
  compared('prune-step gradients', errors, tolerance, note);

/** The errors of a step at the fixture's images (point 0), or beside them. */
async function stepAt(point: number, net: Net, described: Json, fixture: Checkpoint, batch: CifarBatch) {
  const rates = {
    learningRate: asNumber(described.lr, 'lr of prune_step'),
    momentum: asNumber(described.momentum, 'momentum of prune_step'),
  };
  const masks = masksOf(fixture, net.specs);
  const before = maskedState(net, masks);
  const input = stepInputOf(net, described, batch.pick(batchIndices(fixture, 0)), rates, masks);
  const images = beside(input.images, point);
  const { architecture } = net;
  const { loss, state } = await runOnce(trainingStep, { architecture }, { state: before, ...input, images });
  const gradients = tf.tidy(() => gradientsOf(state, before, input));
  const errors = {
    loss: (await loss.data())[0]!,
    gradientErrors: await errorsUnder('grad', fixture, net.specs, gradients),
    weightErrors: await errorsUnder('after', fixture, net.specs, state.weights),
  };
  disposeTensors({ before, ...input, beside: images, loss, state, gradients });
  return errors;
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
