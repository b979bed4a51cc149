import { z } from 'zod';
import { epochs, learningRate } from '../experiments/quantities.ts';
import type { Recipe } from '../models/train-model.job.ts';

/** How what is left of a pruned parent is trained: a few epochs on one cycle (paper, §II-B). */
export const tuning = z.strictObject({
  epochs,
  maxLearningRate: learningRate,
  /** Points on the way at which the weights are kept, from before the first step on, evenly spaced. */
  checkpoints: z.number().int().min(0).max(64),
});

/** The same in a recipe. */
export function tuningCourse({
  epochs,
  maxLearningRate,
}: z.infer<typeof tuning>): Pick<Recipe, 'epochs' | 'schedule'> {
  return { epochs, schedule: { kind: 'one-cycle', maxLearningRate } };
}
