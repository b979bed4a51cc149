import { setTimeout as pause } from 'node:timers/promises';
import { notifyExperiment } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
let client: Client;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());
beforeEach(() => {
  client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
});
afterEach(() => client.dispose());

const changes = `subscription ($id: ID!) { experiment(id: $id) { name progress { done total } } }`;

async function rename(name: string): Promise<void> {
  await api.db.query('update experiment set name = $1 where id = $2', [name, family.experiment.id]);
  await notifyExperiment(api.db, family.experiment.id);
}

test('tells the present state at once, then each change, the last one always', async () => {
  const names: unknown[] = [];
  const unsubscribe = client.subscribe<{ experiment: { name: string } }>(
    { query: changes, variables: { id: family.experiment.id } },
    { next: ({ data }) => names.push(data?.experiment.name), error: console.error, complete: () => {} },
  );
  await vi.waitFor(() => expect(names).toEqual(['First look at MNIST']), 10_000);
  await rename('Renamed');
  await vi.waitFor(() => expect(names.at(-1)).toBe('Renamed'), 10_000);

  const told = names.length;
  const start = performance.now();
  for (let count = 1; count <= 40; count += 1) {
    await rename(`Name ${count}`);
    await pause(20);
  }
  await vi.waitFor(() => expect(names.at(-1)).toBe('Name 40'), 10_000);
  const seconds = (performance.now() - start) / 1000;
  expect(names.length - told).toBeLessThanOrEqual(4 * seconds + 2);
  expect(names.length - told).toBeGreaterThanOrEqual(3);
  unsubscribe();
});

test('another experiment’s changes are not told', async () => {
  const { experiment } = await insertFamily(api.db);
  const answers: unknown[] = [];
  const unsubscribe = client.subscribe(
    { query: changes, variables: { id: experiment.id } },
    { next: (answer) => answers.push(answer), error: console.error, complete: () => {} },
  );
  await vi.waitFor(() => expect(answers).toHaveLength(1), 10_000);
  await rename('Elsewhere');
  await pause(400);
  expect(answers).toHaveLength(1);
  unsubscribe();
});

/** How an operation over the websocket is refused. */
function refusal(query: string, variables?: Record<string, unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = ({ errors }: { errors?: readonly unknown[] }) => resolve(errors?.[0]);
    client.subscribe(
      { query, variables },
      {
        next: settle,
        error: (errors) => settle({ errors: errors as readonly unknown[] }),
        complete: () => {},
      },
    );
  });
}

test.each([
  [
    'an unknown experiment',
    changes,
    { id: '00000000-0000-4000-8000-000000000000' },
    'NOT_FOUND',
    /^No experiment has/,
  ],
  ['no id', changes, { id: 'abc' }, 'BAD_INPUT', /^"abc" is not the id of an experiment/],
  ['an unknown field', 'subscription { experiment(id: "a") { nme } }', {}, 'BAD_INPUT', /"nme"/],
  ['a query', '{ experiments(first: 1) { totalCount } }', {}, 'BAD_INPUT', /post this query to \/graphql/],
  ['no GraphQL', 'subscription {', {}, 'BAD_INPUT', /Syntax Error/],
  [
    'too much at once',
    'subscription { experiment(id: "a") { models(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { totalCount } } } } } } }',
    {},
    'BAD_INPUT',
    /100000 are allowed/,
  ],
])('%s is refused as over HTTP', async (_case, query, variables, code, message) => {
  expect(await refusal(query, variables)).toMatchObject({
    message: expect.stringMatching(message),
    extensions: { code },
  });
});

test('closing the server ends the websockets', async () => {
  const other = await runApi();
  const { experiment } = await insertFamily(other.db);
  const closed = vi.fn();
  const leaving = createClient({
    url: `${other.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { closed },
  });
  const next = vi.fn();
  leaving.subscribe(
    { query: changes, variables: { id: experiment.id } },
    { next, error: () => {}, complete: () => {} },
  );
  await vi.waitFor(() => expect(next).toHaveBeenCalled(), 10_000);
  await other.close();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled(), 10_000);
  await expect(fetch(`${other.url}/health`)).rejects.toThrow();
});
