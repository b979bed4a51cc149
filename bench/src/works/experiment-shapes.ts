import { type ExperimentConfig, firstExperiment } from '@kindred/core';

/** An experiment as somebody would ask for it, and what was looked at in it since. */
export interface ExperimentShape {
  config: ExperimentConfig;
  /** Test images that every model was looked into with. */
  images: number;
  /** Layers that were matched, the last ones. */
  matchedLayers: number;
  /** Whether the first pair of children has pictures at its checkpoints. */
  onTheWay: boolean;
}

const ticket: ExperimentConfig['ensembles'][number] = {
  method: 'lottery-ticket',
  pruning: { granularity: 'unstructured', scope: 'global', sparsity: 0.5 },
  tuning: { epochs: 0.5, maxLearningRate: 0.1, checkpoints: 4 },
};

/** 8 models with 30 neurons by two seeds, and eight checkpoints by one: 720 pictures. */
export const usualShape: ExperimentShape = {
  config: ask('resnet20', { families: 2, snapshots: 2, neuronsPerLayer: 3, seeds: 2 }),
  images: 5,
  matchedLayers: 1,
  onTheWay: true,
};

/** 50 models with 2,032 neurons: 101,600 pictures. */
export const deepShape: ExperimentShape = {
  config: ask('resnet110', { families: 20, snapshots: 8, neuronsPerLayer: 64, seeds: 1 }),
  images: 20,
  matchedLayers: 3,
  onTheWay: false,
};

/** 64 models with 400 neurons by four seeds: 102,400 pictures. */
export const wideShape: ExperimentShape = {
  config: ask('wrn-16-4', { families: 26, snapshots: 10, neuronsPerLayer: 64, seeds: 4 }),
  images: 20,
  matchedLayers: 7,
  onTheWay: false,
};

interface Asked {
  /** Pairs of children. */
  families: number;
  snapshots: number;
  neuronsPerLayer: number;
  seeds: number;
}

function ask(architecture: string, { families, snapshots, neuronsPerLayer, seeds }: Asked): ExperimentConfig {
  const sized = firstExperiment.ensembles.map((ensemble) => {
    if (ensemble.method === 'prune-and-tune') return { ...ensemble, families };
    return ensemble.method === 'snapshot' ? { ...ensemble, members: snapshots } : ensemble;
  });
  return {
    ...firstExperiment,
    parent: { ...firstExperiment.parent, architecture },
    ensembles: [...sized, ticket],
    visualize: { preset: 'quick', neuronsPerLayer, seeds },
  };
}
