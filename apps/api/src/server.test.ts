import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from './server.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;

beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

test('the health check asks the database, and tells jobs and disk', async () => {
  const response = await fetch(`${api.url}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    jobs: { queued: 0, running: 0 },
    freeBytes: expect.any(Number),
  });
});

test('without the database the health check says so, and nothing of it', async () => {
  const db = { query: () => Promise.reject(new Error('secret')) } as unknown as RunningApi['db'];
  const ill = createServer({ ...api, db });
  const response = await fetch(`http://127.0.0.1:${await ill.listen(0, '127.0.0.1')}/health`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ok: false, jobs: null });
  await ill.close();
});

test('a port that is taken is told with a way out', async () => {
  const port = Number(new URL(api.url).port);
  await expect(createServer(api).listen(port, '127.0.0.1')).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: `Port ${port} of 127.0.0.1 is taken: free it, or set KINDRED_API_PORT to another.`,
  });
});

test('a server that one person owns answers to this machine’s names alone', async () => {
  const statusAs = (host: string) =>
    new Promise((resolve) => {
      const path = '/graphql?query={__typename}';
      const headers = { host, 'apollo-require-preflight': 'yes' };
      get(`${api.url}${path}`, { headers }, ({ statusCode }) => resolve(statusCode));
    });
  const names = [
    'localhost:4000',
    '127.0.0.1',
    '[::1]:80',
    'kindred.example.org',
    '127.0.0.1.example.org',
    'localhost.',
  ];
  expect(await Promise.all(names.map(statusAs))).toEqual([200, 200, 200, 403, 403, 403]);
});

test('elsewhere there is nothing, and the answer says what there is', async () => {
  const response = await fetch(`${api.url}/graph`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('Nothing is at /graph: the graph is at /graphql.\n');
});
