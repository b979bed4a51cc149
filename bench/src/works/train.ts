import { train } from '@kindred/ml';
import { type TrainingValues, trainingPlan } from './masked-training.ts';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

/** Batches of random images that are gone through again and again. */
const batches = 4;

/** A masked training step, from the images' bytes to the loss. */
export const prepare: Prepare<TrainingValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const training = train({ ...trainingPlan(values, batches), epochs: Number.MAX_SAFE_INTEGER });
  return { versions, step: () => training.next() };
};
