import { openTracing } from '@kindred/core';
import { receiveSpans, type SpanReceiver } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let collector: SpanReceiver;
let api: RunningApi;

beforeAll(async () => {
  collector = await receiveSpans();
  api = await runApi(undefined, { tracing: await openTracing('kindred-api', `${collector.endpoint}/`) });
});
afterAll(async () => {
  await api.close();
  collector.close();
});

test('each operation is a span by its name, with the id that its answer brings, and no variables', async () => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query Names { experiments(first: 1) { totalCount } }' }),
  });
  const requestId = response.headers.get('x-request-id');
  await api.ask('query Refused($id: ID!) { model(id: $id) { id } }', { id: 'hidden' });
  await api.ask('{ nothing }');
  await fetch(`${api.url}/health`);
  await expect.poll(() => collector.spans.length, { timeout: 15_000 }).toBe(3);
  expect(collector.spans).toMatchObject([
    {
      name: 'Names',
      service: 'kindred-api',
      failed: false,
      attributes: { 'kindred.request.id': requestId, 'http.response.status_code': '200' },
    },
    { name: 'Refused', failed: true },
    { name: 'POST graphql', failed: true },
  ]);
  expect(JSON.stringify(collector.spans)).not.toContain('hidden');
});

test('a collector that is away does no harm and holds nobody up, and without one nothing is told', async () => {
  const away = await openTracing('kindred-api', 'http://127.0.0.1:9');
  for (const tracing of [away, await openTracing('kindred-api', undefined)]) {
    tracing.tell({ name: 'lost', kind: 'SERVER', ms: 1, attributes: {}, failure: undefined });
    const begun = performance.now();
    await tracing.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
  }
});
