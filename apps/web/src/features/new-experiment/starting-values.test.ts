import { exampleExperiment, experimentSchema, findProblems } from '@kindred/client/experiment-text';
import { expect, test } from 'vitest';
import { startingValues } from './starting-values.ts';

const methods = Object.keys(experimentSchema.properties!.ensembles!.items!.properties!);

test.each(methods)('%s can be started as it is chosen', (method) => {
  const ensembles = [{ [method]: startingValues(method) }];
  expect(findProblems({ ...exampleExperiment, ensembles })).toEqual([]);
});
