import { readFileSync } from 'node:fs';
import { corruptionNames, methodNames, presetNames } from '@kindred/core';
import { expect, test } from 'vitest';
import { experimentSchema, experimentSchemaFile, printExperimentSchema } from './experiment-schema.ts';

/* biome-ignore lint/suspicious/noExplicitAny: a schema nests as it likes. */
const { ensembles, visualize, evaluate } = experimentSchema().properties as any;
const methods = ensembles.items.properties;

test('the committed schema of experiments is the one that the graph and core describe', () => {
  const committed = readFileSync(experimentSchemaFile, 'utf8');
  expect(committed, 'Run `npm run generate` and commit docs/experiment.schema.json.').toBe(
    printExperimentSchema(),
  );
});

test('every method that core knows can be asked for, one in each place', () => {
  expect(Object.keys(methods)).toHaveLength(methodNames.length);
  expect(ensembles.items).toMatchObject({ minProperties: 1, maxProperties: 1, additionalProperties: false });
});

test('values have the graph’s words and defaults, and core’s limits', () => {
  expect(methods.pruneAndTune.required).toEqual(['families', 'epochs', 'maxLearningRate']);
  expect(methods.pruneAndTune.properties.checkpoints).toEqual({
    type: 'integer',
    minimum: 0,
    maximum: 64,
    default: 0,
    description: expect.stringContaining('Points on its way'),
  });
  expect(visualize.properties.preset.enum).toEqual(presetNames);
  expect(evaluate.properties.corruptions.items.properties.kind.enum).toEqual(corruptionNames);
});
