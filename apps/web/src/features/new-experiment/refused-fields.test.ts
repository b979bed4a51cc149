import { expect, test } from 'vitest';
import { refusedFields } from './refused-fields.ts';

const values = {
  ensembles: [
    { pruneAndTune: { families: 2, pruning: { sparsity: 0.9 }, epochs: 0 } },
    { lotteryTicket: { sparsity: 2 } },
  ],
};

const placesIn = (...lines: string[]) =>
  refusedFields(['This experiment cannot be started:', ...lines].join('\n'), values).map(({ path }) =>
    path.join('.'),
  );

test('each problem of a refusal is found at its field, as a file has it', () => {
  expect(
    placesIn(
      '- parent.epochs: must be above 0 for a parent without weights (got 0)',
      '- ensembles.0.tuning.epochs: Too small (got 0)',
      '- ensembles.0.pruning.sparsity: must be 1 − 1/2 (got 0.9)',
      '- ensembles.1.pruning.sparsity: Too big (got 2)',
      '- ensembles: each method may be asked for once (got [])',
    ),
  ).toEqual([
    'parent.epochs',
    'ensembles.0.pruneAndTune.epochs',
    'ensembles.0.pruneAndTune.pruning.sparsity',
    'ensembles.1.lotteryTicket.sparsity',
    'ensembles',
  ]);
});

test('a refusal of one sentence is said of the whole', () => {
  const message = 'Unknown dataset "cifar": known are mnist.';
  expect(refusedFields(message, values)).toEqual([{ path: [], wanted: message, message }]);
});
