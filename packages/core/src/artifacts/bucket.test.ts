import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isPassingTrouble } from '../errors/passing-trouble.ts';
import { type RunningS3, startS3 } from '../testing/start-s3.ts';
import { createCheckpointStore } from './checkpoint-store.ts';
import { openFileStore } from './file-store.ts';

let s3: RunningS3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.env)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

const troubleOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: Error) => error,
  );

test('a training goes on from what another machine kept, until it is removed', async () => {
  await createCheckpointStore('s3://kindred/lab').write('job', Buffer.from('half-way'));
  const elsewhere = createCheckpointStore('s3://kindred/lab');
  expect(String(await elsewhere.read('job'))).toBe('half-way');
  await elsewhere.remove('job');
  expect(await elsewhere.read('job')).toBeUndefined();
  await elsewhere.remove('job');
});

test('a server that is away may come back', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  expect(isPassingTrouble(await troubleOf(openFileStore('s3://kindred').open('file')))).toBe(true);
});

test.each([
  [
    'AWS_SECRET_ACCESS_KEY',
    'wrong',
    /refuses these keys \(SignatureDoesNotMatch\): see to AWS_ACCESS_KEY_ID/,
  ],
  ['AWS_ACCESS_KEY_ID', 'nobody', /refuses these keys \(InvalidAccessKeyId\)/],
])('a wrong %s is told, and no trouble that passes', async (name, value, message) => {
  vi.stubEnv(name, value);
  const error = await troubleOf(openFileStore('s3://kindred').open('file'));
  expect(error?.message).toMatch(message);
  expect(isPassingTrouble(error)).toBe(false);
});

test('a bucket that is missing is no file that is missing', async () => {
  const error = await troubleOf(openFileStore('s3://nowhere').open('file'));
  expect(error?.message).toBe('The store s3://nowhere has no bucket of that name: make it, or name another.');
});

test.each(['s3://', 's3:/kindred', 's3://UPPER/x', 's3://user:key@bucket'])('%s names no bucket', (place) => {
  expect(() => openFileStore(place)).toThrow(`"${place}" names no bucket`);
});
