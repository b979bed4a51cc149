import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import type { Recipe } from '../models/train-model.job.ts';

/** Fresh weights, trained on the parent's schedule, as the parent is itself. */
export function fromScratch(
  epochs: number,
  { schedule, learningRate }: Pick<ExperimentConfig['parent'], 'schedule' | 'learningRate'>,
): Recipe {
  return { from: null, pruning: null, epochs, schedule: { kind: schedule, learningRate } };
}
