import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import type { Dataset, Images } from '../datasets/dataset.ts';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { Mask } from '../pruning/mask.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Augmentation } from './augment.ts';
import type { TrainingCheckpoint } from './checkpoint.ts';
import { requireRate } from './dropout-masks.ts';
import { type MaskSchedule, requireMaskSchedule } from './mask-schedule.ts';

export interface TrainingPlan {
  architecture: Architecture;
  specs: readonly TensorSpec[];
  /** Disposed of by the training. */
  weights: Weights;
  /** Where this training was when it was interrupted, to go on from there; disposed of too. */
  resume?: TrainingCheckpoint;
  /** What it begins with, held throughout unless `maskSchedule` changes it; none for a dense network. */
  mask?: Mask;
  maskSchedule?: MaskSchedule;
  data: Dataset;
  images: Images;
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

/** Steps of one pass over the images; the last, partial batch is left out. */
export function stepsAnEpoch(images: number, batchSize: number): number {
  return Math.floor(images / batchSize);
}

/** Steps that a training takes, one at least unless it has no epochs; a part of one takes that share of its batches. */
export function stepsOf(images: number, batchSize: number, epochs: number): number {
  return epochs === 0 ? 0 : Math.max(1, Math.round(stepsAnEpoch(images, batchSize) * epochs));
}

/** Refuses what can't be trained, before anything is computed. */
export function requirePlan(plan: TrainingPlan): void {
  const { batchSize, images, epochs, architecture, dropoutRate = 0, maskSchedule, mask } = plan;
  if (!isPositiveInteger(batchSize))
    throw badInput(`A batch of ${batchSize} images came; it must be a whole number of 1 or more.`);
  if (batchSize > images.count && epochs > 0)
    throw badInput(`A batch of ${batchSize} is larger than the ${images.count} training images.`);
  requireRate(dropoutRate);
  if (dropoutRate > 0 && !architecture.dropouts)
    throw badInput(`A dropout rate of ${dropoutRate} came; ${architecture.name} has no dropout: give 0.`);
  if (maskSchedule) requireMaskSchedule(maskSchedule, mask);
}
