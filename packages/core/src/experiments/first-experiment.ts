import { antiRandomHalves } from '../models/pruning.ts';
import type { ExperimentConfig } from './experiment-config.ts';

/** What an empty installation looks at first. */
export const firstExperiment: ExperimentConfig = {
  name: 'First look at MNIST',
  seed: 1,
  data: { name: 'mnist', train: 16_000, test: 10_000, augmentation: 'none' },
  parent: {
    architecture: 'resnet8',
    weights: null,
    epochs: 2,
    batchSize: 32,
    learningRate: 0.1,
    schedule: 'piecewise',
    weightDecay: 5e-4,
  },
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 2,
      pruning: antiRandomHalves,
      tuning: { epochs: 0.5, maxLearningRate: 0.1, checkpoints: 4 },
    },
    { method: 'snapshot', members: 2, epochs: 0.5, learningRate: 0.1 },
  ],
  visualize: { neuronsPerLayer: 3, preset: 'quick', seeds: 2 },
  evaluate: { eceBins: 15, confidence: 0.95, corruptions: [] },
};
