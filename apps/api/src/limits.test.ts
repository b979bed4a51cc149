import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { publicError } from './errors.ts';
import { createServer, type Server } from './server.ts';
import { type Answer, type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let server: Server | undefined;

beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Another server of the same services. */
async function serve(settings: Parameters<typeof createServer>[1]) {
  server = createServer(api, settings);
  const port = await server.listen(0, '127.0.0.1');
  return async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as Answer;
    return { status: response.status, data, errors, headers: response.headers };
  };
}

test('a caller spends a point for each 100 values that an answer may hold, and is told what is left', async () => {
  const ask = await serve({ pointsPerMinute: 20 });
  const standing = '{ rateLimit { limit remaining resetAt cost } }';
  const { data, headers } = await ask(standing);
  const told = ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)));
  expect(told).toEqual([20, 19, expect.closeTo(60, -1)]);
  expect(data.rateLimit).toMatchObject({ limit: 20, remaining: 19, cost: 1 });
  const seconds = (new Date(data.rateLimit.resetAt).getTime() - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
  const large = await ask(
    '{ rateLimit { remaining cost } experiments(first: 100) { nodes { id name kind: status } } }',
  );
  expect(large.data.rateLimit).toEqual({ remaining: 14, cost: 5 });
});

test('who has spent all is refused until the minute is over', async () => {
  const ask = await serve({ pointsPerMinute: 2 });
  await ask('{ __typename }');
  await ask('{ __typename }');
  const { status, errors, data, headers } = await ask('{ __typename }');
  expect({ status, data }).toEqual({ status: 429, data: undefined });
  expect(errors).toEqual([
    {
      message: expect.stringMatching(
        /^This operation costs 1 points, and of 2 a minute .* come back at 2.*Z, or/,
      ),
      extensions: { code: 'RATE_LIMITED' },
    },
  ]);
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('what is refused costs nothing: a smaller operation may still pass', async () => {
  const ask = await serve({ pointsPerMinute: 3 });
  const large = '{ experiments(first: 100) { nodes { id name kind: status } } }';
  const { errors, headers } = await ask(large);
  expect(errors[0]!.extensions.code).toBe('RATE_LIMITED');
  // It costs more than there ever is: to wait would be in vain.
  expect(headers.get('retry-after')).toBeNull();
  expect((await ask('{ rateLimit { remaining } }')).data.rateLimit.remaining).toBe(2);
});

test('the schema is told only where it may be', async () => {
  const ask = await serve({ introspection: false });
  const { errors } = await ask('{ __schema { types { name } } }');
  expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a statement that takes too long is told as a timeout', async () => {
  const slow = api.db.transaction(async (transaction) => {
    await transaction.query("set local statement_timeout = '10ms'");
    await transaction.query('select pg_sleep(5)');
  });
  expect(publicError(await slow.catch((error) => error), { report: String })).toEqual({
    message: expect.stringContaining('took too long'),
    extensions: { code: 'TIMEOUT' },
  });
});
