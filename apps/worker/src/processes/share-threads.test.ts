import { expect, test } from 'vitest';
import { shareThreads } from './share-threads.ts';

test.each([
  ['a parent that trains alone has all processors', 1, 2, 2],
  ['four children on two processors have one each', 4, 2, 1],
  ['three jobs on eight processors leave two of them idle rather than share', 3, 8, 2],
  ['a job that was counted too late has all of them', 0, 8, 8],
])('%s', (_, ready, processors, threads) => {
  expect(shareThreads(ready, processors, processors)).toBe(threads);
});

test('more jobs than run at a time take no threads', () => {
  expect(shareThreads(10, 2, 8)).toBe(4);
  expect(shareThreads(10, 16, 8)).toBe(1);
});
