import { type ExperimentConfig, firstExperiment } from '@kindred/core';

/** A parent alone, trained for two steps, measured and looked into a little: a second or two of computing. */
export const smallExperiment: ExperimentConfig = {
  ...firstExperiment,
  data: { ...firstExperiment.data, train: 128, test: 64 },
  parent: { ...firstExperiment.parent, epochs: 1 },
  ensembles: [],
  visualize: { neuronsPerLayer: 1, preset: 'quick', seeds: 1 },
};

/** A parent alone, without pictures, whose training takes long enough to be interrupted. */
export const interruptibleExperiment: ExperimentConfig = {
  ...smallExperiment,
  data: { ...smallExperiment.data, train: 512 },
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};
