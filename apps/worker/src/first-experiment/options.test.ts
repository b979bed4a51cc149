import { firstExperiment } from '@kindred/core';
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without options it is the first experiment', () => {
  expect(readOptions([])).toEqual({ json: false, config: firstExperiment });
});

test('a sample takes its share of both sets, a batch at least', () => {
  const { json, config } = readOptions(['--json', '--seed', '7', '--sample', '0.01']);
  expect([json, config.seed]).toEqual([true, 7]);
  expect(config.data).toEqual({ ...firstExperiment.data, train: 160, test: 100 });
  const { batchSize } = firstExperiment.parent;
  expect(readOptions(['--sample', '1e-6']).config.data).toMatchObject({ train: batchSize, test: batchSize });
});

test.each([
  [['--sampel', '0.1'], "Unknown option '--sampel'"],
  [['fast'], "Unexpected argument 'fast'"],
  [['--sample', '2'], '--sample 2 is not a share above 0 and up to 1.'],
  [['--sample', '0'], '--sample 0 is not a share above 0 and up to 1.'],
  [['--sample='], '--sample  is not a share above 0 and up to 1.'],
  [['--seed', 'x'], '--seed x is not a whole number from 0 to 2147483647.'],
  [['--seed', '1.5'], '--seed 1.5 is not a whole number'],
  [['--seed=-1'], '--seed -1 is not a whole number'],
])('%j is refused with what came and what would do', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
  expect(() => readOptions(args)).toThrow('--sample <share>');
});
