import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const given = { DATABASE_URL: 'postgres://u:p@localhost:5432/kindred', KINDRED_ARTIFACTS: '/tmp/artifacts' };

test('every setting but the two that name places has a default', () => {
  expect(readEnv(given)).toMatchObject({ KINDRED_BACKEND: 'auto', KINDRED_GRAPH_MEMORY_MB: 1024 });
});

test('every problem is told at once: the variable, what came, what to write', () => {
  const wrong = { KINDRED_WORKERS: '65', KINDRED_THREADS: '0', KINDRED_GRAPH_MEMORY_MB: 'much' };
  expect(() => readEnv({ ...given, ...wrong })).toThrow(
    [
      'KINDRED_WORKERS (65) is no number of jobs to run at a time: write a whole number from 1 to 64.',
      'KINDRED_THREADS (0) is no number of processor threads: write a whole number of 1 or more.',
      'KINDRED_GRAPH_MEMORY_MB (much) is no amount of memory: write a whole number of MB, 0 to keep nothing.',
    ].join('\n'),
  );
});
