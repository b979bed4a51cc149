import { antiRandomHalves, type ExperimentConfig } from '@kindred/core';
import { smallExperiment } from '../src/testing/small-experiments.ts';

/** A parent that takes a moment and sixteen children that don't wait for one another, all measured and pictured. */
export const wideExperiment: ExperimentConfig = {
  ...smallExperiment,
  name: 'Throughput',
  data: { ...smallExperiment.data, train: 4096, test: 1000 },
  parent: { ...smallExperiment.parent, epochs: 0.1 },
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 8,
      pruning: antiRandomHalves,
      tuning: { epochs: 1, maxLearningRate: 0.1, checkpoints: 0 },
    },
  ],
  visualize: { neuronsPerLayer: 2, preset: 'quick', seeds: 1 },
};
