import { randomBytes } from 'node:crypto';
import { firstExperiment, startExperiment } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type Server } from './server.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';
import { runTeam } from './testing/run-team.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

/** The values by name and labels, as `kindred_jobs{kind="train-model",status="done"}`. */
async function scrape(url = api.url): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.replace(/ [^ ]*$/, ''), Number(line.replace(/.* /, ''))]));
}

test('operations are counted by the field they ask for, and errors by their code', async () => {
  await api.ask('query { model(id: "none") { name } }');
  await api.ask('query Own { model(id: "none") { name } }');
  await api.ask(`{ made_up_${randomBytes(4).toString('hex')} }`);
  const values = await scrape();
  expect(values.get('kindred_operation_seconds_count{operation="model"}')).toBe(2);
  expect(values.get('kindred_operation_seconds_count{operation="other"}')).toBe(1);
  expect(values.get('kindred_errors_total{code="BAD_INPUT"}')).toBe(2);
  expect(values.get('kindred_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(values.get('kindred_http_requests_total{route="graphql",status="200"}')).toBe(2);
});

test('no name of a stranger’s becomes a label', async () => {
  const before = await scrape();
  await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      await api.ask(`query Name${index} { alias${index}: experiments(first: 1) { nodes { id } } }`);
      await fetch(`${api.url}/path${index}`);
    }),
  );
  // Kinds of garbage collections come when they come.
  const ours = [...(await scrape()).keys()].filter((name) => name.startsWith('kindred_'));
  const fresh = ours.filter((name) => !before.has(name) && !name.includes('_bucket'));
  expect(fresh.sort()).toEqual([
    'kindred_http_requests_total{route="other",status="404"}',
    'kindred_operation_seconds_count{operation="experiments"}',
    'kindred_operation_seconds_sum{operation="experiments"}',
  ]);
});

test('jobs are counted by kind and status, with how many are ready and since when', async () => {
  await startExperiment(api.db, api.queue, firstExperiment);
  await api.db.query(
    `update pgboss.job set created_on = now() - interval '90 s', start_after = now() - interval '1 min'`,
  );
  const values = await scrape();
  const [{ count }] = await api.db.query(
    `select count(*)::integer from job where name = 'train-model' and status = 'done'`,
  );
  expect(values.get('kindred_jobs{kind="train-model",status="done"}')).toBe(count);
  expect(values.get('kindred_jobs{kind="train-model",status="queued"}')).toBe(1);
  expect(values.get('kindred_ready_jobs')).toBe(1);
  expect(values.get('kindred_oldest_ready_job_seconds')).toBeCloseTo(60, -1);
  expect(values.get('kindred_database_up')).toBe(1);
  expect(values.get('kindred_database_connections{state="idle"}')).toBeGreaterThan(0);
  expect(values.get('nodejs_eventloop_lag_seconds')).toBeDefined();
  expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(family.children).toHaveLength(4);
});

test('a database that is away is told, and the rest too', async () => {
  const db = {
    driver: api.db.driver,
    query: () => Promise.reject(new Error('away')),
  } as unknown as RunningApi['db'];
  const ill = createServer({ ...api, db });
  const values = await scrape(await urlOf(ill));
  expect(values.get('kindred_database_up')).toBe(0);
  expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  await ill.close();
});

test('where people sign in the metrics are for who knows their secret', async () => {
  const team = await runTeam();
  const as = async (url: string, headers: Record<string, string>) =>
    (await fetch(`${url}/metrics`, { headers })).status;
  expect(await as(team.api.url, { cookie: team.admin.cookie })).toBe(401);
  expect(await as(team.api.url, {})).toBe(401);
  await team.api.close();

  const server = createServer(api, { metricsSecret: 'read all about it' });
  const url = await urlOf(server);
  expect(await as(url, {})).toBe(401);
  expect(await as(url, { authorization: 'Bearer read nothing' })).toBe(401);
  expect(await as(url, { authorization: 'Bearer read all about it' })).toBe(200);
  await server.close();
});

async function urlOf(server: Server): Promise<string> {
  return `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
}
