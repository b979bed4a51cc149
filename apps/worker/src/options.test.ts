import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { readOptions } from './options.ts';

const url = 'postgres://u:p@lab.example:5432/kindred';

test('a worker on another machine is told where database and artifacts are, and what it may take', () => {
  const options = ['--database', url, '--store', '/mnt/artifacts', '--jobs', '3', '--threads', '6'];
  expect(readEnv(readOptions(options))).toMatchObject({
    DATABASE_URL: url,
    KINDRED_ARTIFACTS: '/mnt/artifacts',
    KINDRED_WORKERS: 3,
    KINDRED_THREADS: 6,
  });
});

test('an option that nobody knows is refused with the usage, a value as a setting is', () => {
  expect(() => readOptions(['--colour', 'red'])).toThrow(/--colour.*\nnpm run worker/s);
  const env = readOptions(['--database', url, '--store', '/mnt/artifacts', '--jobs', 'many']);
  expect(() => readEnv(env)).toThrow('KINDRED_WORKERS (many) is no number of jobs');
});
