import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

const png = Buffer.from('not really a picture, and nobody looks');
let api: RunningApi;
let picture: string;
let weights: string;
let lost: string;

beforeAll(async () => {
  api = await runApi();
  picture = await api.artifacts.put(png, 'image/png', api.db);
  weights = await api.artifacts.put(Buffer.from('weights'), 'application/vnd.safetensors', api.db);
  lost = await api.artifacts.put(Buffer.from('soon gone'), 'image/png', api.db);
});
afterAll(() => api.close());

test('a picture is shown, and kept by caches for ever', async () => {
  const response = await fetch(`${api.url}/artifacts/${picture}`);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${picture}"`,
    'x-content-type-options': 'nosniff',
    'content-length': String(png.length),
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

test('all else is downloaded', async () => {
  const response = await fetch(`${api.url}/artifacts/${weights}`);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect(response.headers.get('content-type')).toBe('application/vnd.safetensors');
});

test('a link may end with the name that the file is saved by', async () => {
  const response = await fetch(`${api.url}/artifacts/${weights}/mnist-child-1.weights.safetensors`);
  expect(await response.text()).toBe('weights');
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect((await fetch(`${api.url}/artifacts/${weights}/two/names`)).status).toBe(404);
});

test('who has it need not fetch it again', async () => {
  const response = await fetch(`${api.url}/artifacts/${picture}`, {
    headers: { 'if-none-match': `"${picture}"` },
  });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe('');
});

test.each(['0'.repeat(64), 'abc', '..%2F..%2Fetc%2Fpasswd'])('%s is not found', async (digest) => {
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(/^No artifact has the digest /);
});

test('a file that is lost is our fault, told without its place, and no cache keeps the answer', async () => {
  await rm(api.artifacts.pathOf(lost));
  const response = await fetch(`${api.url}/artifacts/${lost}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.text()).toMatch(
    /Something went wrong on our side; the log has it under [0-9a-f-]{36}\./,
  );
  expect(api.logged.filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({ err: expect.objectContaining({ message: expect.stringContaining(lost) }) }),
  ]);
});
