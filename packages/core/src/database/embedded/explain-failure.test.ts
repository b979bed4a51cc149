import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';

const directory = '/data/postgres';

test.each([
  [
    'initdb: error: could not write to file "base/1/1247": No space left on device',
    'The disk that holds /data/postgres is full.',
  ],
  ['ENOSPC: no space left on device, write', 'The disk that holds /data/postgres is full.'],
  ["EACCES: permission denied, open '/data/postgres/password'", 'may not be read and written by this user'],
  [
    'FATAL:  data directory "/data/postgres/data" has wrong ownership\nHINT:  The server must be started by …',
    'may not be read and written by this user',
  ],
  ["EROFS: read-only file system, mkdir '/data'", 'is on a read-only disk'],
  [
    '2026-11-22 20:00:00.000 GMT [7] LOG:  starting PostgreSQL\n2026-11-22 20:00:00.000 GMT [7] FATAL:  out of shared memory\n',
    'PostgreSQL did not start on /data/postgres: out of shared memory. Its log',
  ],
])('"%s" becomes advice', (words, advice) => {
  expect(explainFailure(directory, new Error(words))).toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining(advice),
  });
});
