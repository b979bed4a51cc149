import { Model, type TrainingRecord } from '@kindred/core';
import {
  digestOf,
  type Mask,
  type MaskSchedule,
  maskedWeights,
  type Schedule,
  stepsAnEpoch,
  stepsOf,
  train,
  trainingFlops,
  type Weights,
} from '@kindred/ml';
import { curveOf, meanOfEach, stepsAPointOf } from './curve-of.ts';
import { drive } from './drive.ts';
import { type FamilyMember, loadTrainingImages } from './family.ts';
import { keepCheckpoints } from './keep-checkpoints.ts';
import { keepOnTheWay, type OnTheWay } from './keep-on-the-way.ts';
import { storeMask } from './store-mask.ts';
import { storeWeights } from './store-weights.ts';
import type { Store, TaskContext } from './task.ts';

export interface Training {
  /** What to start from; disposed of by the training. */
  weights: Weights;
  /** Models that are what this one is on its way. */
  checkpoints: readonly OnTheWay[];
  mask?: Mask;
  maskSchedule?: MaskSchedule;
  dropoutRate?: number;
  epochs: number;
  /** In words, for the record. */
  scheduleName: string;
  /** The rates of each step, given how many there are. */
  schedule(steps: number): Schedule;
  /** The file that the weights came from, with its SHA-256. */
  importedFrom?: string;
}

/** Trains a member of a family and returns how to store its weights and record, and its mask where that changed. */
export async function trainMember(
  context: TaskContext,
  member: FamilyMember,
  training: Training,
): Promise<Store> {
  const { model, config, architecture, specs, data } = member;
  const { batchSize, weightDecay } = config.parent;
  const { mask: firstMask, maskSchedule, dropoutRate, epochs, importedFrom } = training;
  const images = await loadTrainingImages(context, member);
  const dataDigest = digestOf(images);
  const keeper = await keepCheckpoints(context, specs, dataDigest);
  const steps = stepsOf(images.count, batchSize, epochs);
  const schedule = training.schedule(steps);
  const losses = [...(keeper.found?.losses ?? [])];
  const recordOf = (epochs: number): TrainingRecord => ({
    ...(importedFrom && { importedFrom }),
    schedule: training.scheduleName,
    epochs,
    batchSize,
    steps: losses.length,
    trainImages: images.count,
    seconds: keeper.seconds(),
    flops: trainingFlops(architecture, data, losses.length * batchSize),
    lossByEpoch: meanOfEach(losses, stepsAnEpoch(images.count, batchSize)),
    seed: config.seed,
    dataDigest,
    backend: context.backend,
    codeVersion: context.codeVersion,
  });
  const keep = keepOnTheWay(context, member, training.checkpoints, { epochs, steps });
  if (!keeper.found) await keep(0, () => maskedWeights(training.weights, firstMask), recordOf);
  const { weights, mask } = await drive(
    train({
      architecture,
      specs,
      data,
      images,
      augmentation: config.data.augmentation,
      epochs,
      batchSize,
      weightDecay,
      weights: training.weights,
      ...(keeper.found && { resume: keeper.found }),
      schedule,
      seed: config.seed,
      stream: model.name,
      ...(firstMask && { mask: firstMask }),
      ...(maskSchedule && { maskSchedule }),
      ...(dropoutRate && { dropoutRate }),
    }),
    async (progress) => {
      losses.push(progress.loss);
      await keep(progress.step, progress.weights, recordOf);
      context.report({ done: progress.step * batchSize, total: steps * batchSize, unit: 'images' });
      if (progress.step % stepsAPointOf(steps) === 0) context.reportCurve(curveOf(losses, steps, schedule));
      if (progress.step < steps) await keeper.keep(progress);
    },
  );
  const store = await storeWeights(context, model.id, weights, specs, recordOf(epochs));
  return async (transaction) => {
    await store(transaction);
    const trainingCurve = steps > 0 ? curveOf(losses, steps, schedule) : null;
    await transaction.update(Model, model.id, { trainingCurve });
    if (mask && mask !== firstMask) await storeMask(context, member, mask)(transaction);
  };
}
