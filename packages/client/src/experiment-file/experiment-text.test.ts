import { expect, test } from 'vitest';
import { exampleExperiment, readExperimentText, writeExperimentText } from './experiment-text.ts';

test('an experiment is written as a file says it, and read again without a problem', () => {
  const text = writeExperimentText(exampleExperiment);
  expect(text).toContain('name: First look at MNIST\nseed: 1\ndata:\n  name: mnist\n');
  expect(readExperimentText(text)).toEqual({ values: exampleExperiment, problems: [] });
});

test('every problem of the values is told with its place, and the values are there', () => {
  const wrong = { ...exampleExperiment, seed: -1, visualize: { preset: 'best' } };
  const { values, problems } = readExperimentText(writeExperimentText(wrong));
  expect(values).toEqual(wrong);
  expect(problems).toEqual([
    { path: ['seed'], wanted: 'must be >= 0 (got -1)', message: 'seed must be >= 0 (got -1)' },
    expect.objectContaining({ path: ['visualize'], key: 'neuronsPerLayer' }),
    expect.objectContaining({
      path: ['visualize', 'preset'],
      wanted: 'must be one of quick, lucent, paper (got "best")',
    }),
  ]);
});

test.each([
  ['seed: [1', 'line 1'],
  ['seed: *one', 'Unresolved alias'],
])('text that is no YAML has no values: %s', (text, words) => {
  const { values, problems } = readExperimentText(text);
  expect(values).toBeUndefined();
  expect(problems).toEqual([expect.objectContaining({ path: [], wanted: expect.stringContaining(words) })]);
});
