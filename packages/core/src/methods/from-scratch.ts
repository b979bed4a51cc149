import type { Recipe } from '../models/train-model.job.ts';

/** Fresh weights, trained on the parent's schedule, as the parent is itself. */
export function fromScratch(epochs: number, learningRate: number): Recipe {
  return { from: null, pruning: null, epochs, schedule: { kind: 'piecewise', learningRate } };
}
