import { antiRandomHalves, type ExperimentConfig } from '@kindred/core';

/** Which part of a budget the parent gets, as in the paper: 140 of 200 epochs. The rest is for what comes from it. */
const parentShare = 0.7;

export interface Preset {
  architecture: string;
  batchSize: number;
  /** Training images at most; all that the data has, where that is less. */
  trainImages: number;
  testImages: number;
  /** Epochs that each ensemble may take in all, counted as passes through one network. */
  budget: number;
  /** Times that a lottery ticket is rewound. */
  ltrRounds: number;
  /** Steps between two changes of a mask in dynamic sparse training. */
  regrowSteps: number;
}

export const presets = {
  /** Within an hour on two cores. */
  'cpu-small': {
    architecture: 'resnet8',
    batchSize: 32,
    trainImages: 20_000,
    testImages: 10_000,
    budget: 10,
    ltrRounds: 3,
    regrowSteps: 50,
  },
  /** The paper's, for a GPU (Tables I and II). */
  paper: {
    architecture: 'wrn-28-10',
    batchSize: 128,
    trainImages: 50_000,
    testImages: 10_000,
    budget: 200,
    ltrRounds: 7,
    regrowSteps: 1000,
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

const largestHalf = { granularity: 'unstructured', scope: 'global', sparsity: 0.5 } as const;

/** How all are measured, without pictures. */
const measured: Pick<ExperimentConfig, 'visualize' | 'evaluate'> = {
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
  evaluate: { eceBins: 15, confidence: 0.95, corruptions: [] },
};

interface Data {
  name: string;
  trainImages: number;
  testImages: number;
}

/**
 * Every ensemble of Tables I and II, with what the lottery ticket is compared with, all from the same budget:
 * those that come from the parent share it and divide the rest, the others train for the whole of it.
 */
export function tablesExperiment(preset: Preset, { name, trainImages, testImages }: Data): ExperimentConfig {
  const { architecture, batchSize, budget } = preset;
  const parentEpochs = parentShare * budget;
  const rest = budget - parentEpochs;
  const tuned = { epochs: rest / 6, maxLearningRate: 0.1, checkpoints: 0 };
  const [treeMembers, batchMembers, mimoRepetitions] = [3, 4, 4];
  return {
    name: `Tables I and II on ${name}`,
    seed: 1,
    data: {
      name,
      train: Math.min(preset.trainImages, trainImages),
      test: Math.min(preset.testImages, testImages),
      augmentation: augmentationFor(name),
    },
    parent: {
      architecture,
      weights: null,
      epochs: parentEpochs,
      batchSize,
      learningRate: 0.1,
      schedule: 'piecewise',
      weightDecay: 5e-4,
    },
    ensembles: [
      { method: 'prune-and-tune', families: 3, pruning: antiRandomHalves, tuning: tuned },
      { method: 'lottery-ticket', pruning: largestHalf, tuning: tuned },
      { method: 'snapshot', members: 5, epochs: rest / 5, learningRate: 0.1 },
      // The first low point is half a cycle away.
      {
        method: 'fge',
        members: 5,
        cycleEpochs: rest / 4.5,
        maxLearningRate: 0.05,
        minLearningRate: 0.0001,
      },
      { method: 'horizontal-voting', members: 5, epochs: rest / 5, learningRate: 0.001 },
      { method: 'dense', members: 3, epochs: budget / 3 },
      { method: 'dropout', members: 30, rate: 0.1, epochs: budget },
      { method: 'ltr', members: 3, ...rewound(preset.ltrRounds, budget / 3) },
      { method: 'edst', members: 3, ...explored(budget), regrowSteps: preset.regrowSteps },
      { method: 'treenet', members: treeMembers, epochs: (2 * budget) / (1 + treeMembers) },
      { method: 'batch-ensemble', members: batchMembers, epochs: budget / batchMembers },
      { method: 'mimo', members: 3, repetitions: mimoRepetitions, epochs: budget / mimoRepetitions },
    ],
    ...measured,
  };
}

/** Rounds that take so many epochs together; they go back to a tenth of the first. */
function rewound(rounds: number, budget: number) {
  const epochs = budget / (1 + 0.9 * rounds);
  return { rounds, sparsity: 0.8, epochs, rewindEpochs: 0.1 * epochs };
}

/** 150 epochs of exploration and 3 · 100 of refinement, in proportion (Liu et al., 2022). */
function explored(budget: number) {
  return {
    density: 0.2,
    explorationEpochs: budget / 3,
    refinementEpochs: (2 * budget) / 9,
    learningRate: 0.1,
    regrowShare: 0.5,
    escapeShare: 0.8,
  };
}

/** The paper's Table III of a parent that was trained elsewhere: two pairs of children and the ticket, tuned for ten epochs. */
export function tableThreeExperiment(
  { weights, architecture }: { weights: string; architecture: string },
  { name, trainImages, testImages }: Data,
): ExperimentConfig {
  const tuning = { epochs: 10, maxLearningRate: 0.1, checkpoints: 0 };
  return {
    name: `Table III of ${weights}`,
    seed: 1,
    data: { name, train: trainImages, test: testImages, augmentation: augmentationFor(name) },
    parent: {
      architecture,
      weights,
      epochs: 0,
      batchSize: 128,
      learningRate: 0.1,
      schedule: 'piecewise',
      weightDecay: 5e-4,
    },
    ensembles: [
      { method: 'prune-and-tune', families: 2, pruning: antiRandomHalves, tuning },
      { method: 'lottery-ticket', pruning: largestHalf, tuning },
    ],
    ...measured,
  };
}

/** Digits and clothes aren't the same from behind. */
function augmentationFor(data: string): ExperimentConfig['data']['augmentation'] {
  return data.includes('mnist') ? 'crop' : 'crop-and-flip';
}
