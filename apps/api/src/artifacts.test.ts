import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactPath } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
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

test('a picture is shown, and kept by browsers for ever', async () => {
  const response = await fetch(`${api.url}/artifacts/${picture}`);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'cache-control': 'private, max-age=31536000, immutable',
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
  await rm(join(api.artifactsFolder, artifactPath(lost)));
  const response = await fetch(`${api.url}/artifacts/${lost}`);
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBeNull();
  expect(await response.text()).toMatch(
    /Something went wrong on our side; the log has it under [0-9a-f-]{36}\./,
  );
  expect(JSON.stringify(errorsLogged())).toContain(lost);
});

test('a family’s files come page by page, each with what it is and whose', async () => {
  const { experiment } = await insertFamily(api.db);
  const query = `query ($id: ID!, $after: String) { experiment(id: $id) { artifacts(first: 4, after: $after, kind: [MASK, LOGITS]) {
    totalCount pageInfo { hasNextPage endCursor } nodes { kind model { name } artifact { id mediaType byteLength url } }
  } } }`;
  const first = (await api.ask(query, { id: experiment.id })).data.experiment.artifacts;
  expect(first).toMatchObject({ totalCount: 11, pageInfo: { hasNextPage: true } });
  const second = (await api.ask(query, { id: experiment.id, after: first.pageInfo.endCursor })).data
    .experiment;
  const uses = [...first.nodes, ...second.artifacts.nodes];
  expect(uses.map(({ kind, model }) => `${kind} ${model.name}`)).toEqual([
    ...['child-1', 'child-2', 'child-3', 'child-4'].map((name) => `MASK ${name}`),
    ...['parent', 'child-1', 'child-2', 'child-3'].map((name) => `LOGITS ${name}`),
  ]);
  const { artifact } = uses[0];
  expect(artifact).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/),
    mediaType: 'application/octet-stream',
    byteLength: 'mask of child-1'.length,
    url: `/artifacts/${artifact.id}`,
  });
  const foreign = await api.ask(query, { id: experiment.id, after: 'bm9ib2R5' });
  expect(foreign.errors[0]!.extensions.code).toBe('BAD_INPUT');
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
  api.logged.length = 0;
  const digest = await api.artifacts.put(Buffer.alloc(12 * 2 ** 20), 'application/octet-stream', api.db);
  await appendFile(join(api.artifactsFolder, artifactPath(digest)), 'x');
  const response = await fetch(`${api.url}/artifacts/${digest}`);
  await expect(response.arrayBuffer()).rejects.toThrow('terminated');
  expect(JSON.stringify(errorsLogged())).toContain(digest);
});

test('who goes away while a large file comes leaves no trouble behind', async () => {
  api.logged.length = 0;
  const bytes = Buffer.alloc(16 * 2 ** 20, 'long');
  const digest = await api.artifacts.put(bytes, 'application/octet-stream', api.db);
  const leaving = new AbortController();
  await fetch(`${api.url}/artifacts/${digest}`, { signal: leaving.signal });
  leaving.abort();
  const whole = await fetch(`${api.url}/artifacts/${digest}`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  expect(errorsLogged()).toEqual([]);
});

function errorsLogged(): object[] {
  return api.logged.filter(({ level }) => level === 'error');
}
