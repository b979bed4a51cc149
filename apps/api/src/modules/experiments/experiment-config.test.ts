import { firstExperiment } from '@kindred/core';
import { expect, test } from 'vitest';
import { configToInput, inputToConfig } from './experiment-config.ts';

test('an experiment’s configuration asks for the same experiment again', () => {
  const input = configToInput(firstExperiment);
  expect(input.ensembles).toEqual([
    { pruneAndTune: { pairs: 2, epochs: 0.5, maxLearningRate: 0.1 } },
    { snapshot: { members: 2, epochs: 0.5, learningRate: 0.1 } },
  ]);
  expect(inputToConfig(input)).toEqual(firstExperiment);
});
