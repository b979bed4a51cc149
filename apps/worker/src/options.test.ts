import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { readOptions } from './options.ts';

const url = 'postgres://u:p@lab.example:5432/kindred';

test('a worker on another machine is told where database and artifacts are, and what it may take', () => {
  const options = ['--database', url, '--store', '/mnt/artifacts', '--jobs', '3', '--threads', '6'];
  const labels = ['--label', 'gpu', '--label', 'cuda-12'];
  expect(readEnv(readOptions([...options, ...labels]))).toMatchObject({
    KINDRED_LABELS: 'gpu,cuda-12',
    DATABASE_URL: url,
    KINDRED_ARTIFACTS: '/mnt/artifacts',
    KINDRED_WORKERS: 3,
    KINDRED_THREADS: 6,
  });
});

test('an option that nobody knows is refused with the usage, a value as a setting is', () => {
  expect(() => readOptions(['--colour', 'red'])).toThrow(/--colour.*\nkindred worker/s);
  const env = readOptions(['--database', url, '--store', '/mnt/artifacts', '--jobs', 'many']);
  expect(() => readEnv(env)).toThrow('KINDRED_WORKERS (many) is no number of jobs');
  const labelled = readOptions(['--database', url, '--store', '/mnt/artifacts', '--label', 'dataset:mine']);
  expect(() => readEnv(labelled)).toThrow('KINDRED_LABELS (dataset:mine) is no list of labels');
});
