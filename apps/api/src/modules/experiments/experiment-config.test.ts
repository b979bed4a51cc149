import { type ExperimentConfig, firstExperiment } from '@kindred/core';
import { expect, test } from 'vitest';
import { configToInput, inputToConfig } from './experiment-config.ts';

test('an experiment’s configuration asks for the same experiment again', () => {
  const input = configToInput(firstExperiment);
  expect(input.ensembles).toEqual([
    {
      pruneAndTune: {
        families: 2,
        pruning: {
          kind: 'anti-random',
          granularity: 'unstructured',
          scope: 'layer',
          sparsity: 0.5,
          children: 2,
        },
        epochs: 0.5,
        maxLearningRate: 0.1,
        checkpoints: 4,
      },
    },
    { snapshot: { members: 2, epochs: 0.5, learningRate: 0.1 } },
  ]);
  expect(inputToConfig(input)).toEqual(firstExperiment);
});

test('so does one of every method', () => {
  const pruning = { granularity: 'structured', scope: 'global', sparsity: 0.3 } as const;
  const ensembles: ExperimentConfig['ensembles'] = [
    { method: 'lottery-ticket', pruning, tuning: { epochs: 1, maxLearningRate: 0.1, checkpoints: 0 } },
    { method: 'fge', members: 2, cycleEpochs: 4, maxLearningRate: 0.05, minLearningRate: 0.0001 },
    { method: 'dense', members: 3, epochs: 2 },
  ];
  const config = { ...firstExperiment, ensembles };
  expect(inputToConfig(configToInput(config))).toEqual(config);
});
