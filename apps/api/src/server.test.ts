import { get } from 'node:http';
import { createArtifactStore } from '@kindred/core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

test('a server whose database is away is alive and not ready, and tells no more', async () => {
  const db = { query: () => Promise.reject(new Error('secret')) } as unknown as RunningApi['db'];
  const ill = createServer({ ...api, db });
  const url = `http://127.0.0.1:${await ill.listen(0, '127.0.0.1')}`;
  const alive = await fetch(`${url}/health`);
  expect(alive.status).toBe(200);
  expect(await alive.json()).toMatchObject({ ok: false, jobs: null });
  expect(await readiness(url)).toEqual([503, false, 'The database does not answer.']);
  await ill.close();
});

test('a server is ready when its database is of today and its store can be written to', async () => {
  expect(await readiness(api.url)).toEqual([200, true, undefined]);
  const [{ name: last }] = await api.db.query('select name from migration order by id desc limit 1');
  await api.db.query(`update migration set name = 'Other1' where name = $1`, [last]);
  await vi.waitFor(
    async () =>
      expect(await readiness(api.url)).toEqual([
        503,
        false,
        'The database belongs to another version of Kindred.',
      ]),
    3_000,
  );
  await api.db.query(`update migration set name = $1 where name = 'Other1'`, [last]);
  const full = createServer({ ...api, artifacts: createArtifactStore('/dev/null') });
  const url = `http://127.0.0.1:${await full.listen(0, '127.0.0.1')}`;
  expect(await readiness(url)).toEqual([503, false, 'The store of artifacts can’t be written to.']);
  await full.close();
});

async function readiness(url: string): Promise<[number, boolean, string | undefined]> {
  const response = await fetch(`${url}/ready`);
  const { ok, reason } = (await response.json()) as { ok: boolean; reason?: string };
  return [response.status, ok, reason];
}

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
