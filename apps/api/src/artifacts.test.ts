import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactPath } from '@kindred/core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await rm(join(api.artifactsFolder, artifactPath(lost)));
  const response = await fetch(`${api.url}/artifacts/${lost}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.text()).toMatch(
    /Something went wrong on our side; the log has it under [0-9a-f-]{36}\./,
  );
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('a file that was altered is an error that names it, and nothing of it is sent', async () => {
  const digest = await api.artifacts.put(Buffer.from('true'), 'image/png', api.db);
  await appendFile(join(api.artifactsFolder, artifactPath(digest)), ' or not');
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining(`Artifact ${digest} was altered`),
        extensions: { code: 'ALTERED' },
      },
    ],
  });
});

test('a large file that was altered breaks off before its end, is logged by name, and nobody takes it for whole', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const digest = await api.artifacts.put(Buffer.alloc(12 * 2 ** 20), 'application/octet-stream', api.db);
  await appendFile(join(api.artifactsFolder, artifactPath(digest)), 'x');
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  await expect(response.arrayBuffer()).rejects.toThrow('terminated');
  expect(log.mock.calls.join()).toContain(digest);
  log.mockRestore();
});

test('who goes away while a large file comes leaves no trouble behind', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const bytes = Buffer.alloc(16 * 2 ** 20, 'long');
  const digest = await api.artifacts.put(bytes, 'application/octet-stream', api.db);
  const leaving = new AbortController();
  await fetch(`${api.url}/artifacts/${digest}`, { signal: leaving.signal });
  leaving.abort();
  const whole = await fetch(`${api.url}/artifacts/${digest}`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
