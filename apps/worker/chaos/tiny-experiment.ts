import { antiRandomHalves, type ExperimentConfig } from '@kindred/core';
import { interruptibleExperiment } from '../src/testing/small-experiments.ts';

/** A parent whose training takes a few seconds and two children, all measured, and their ensemble: seven jobs. */
export const tinyExperiment: ExperimentConfig = {
  ...interruptibleExperiment,
  name: 'Chaos',
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 1,
      pruning: antiRandomHalves,
      tuning: { epochs: 0.25, maxLearningRate: 0.1, checkpoints: 0 },
    },
  ],
};
