import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createKindredClient, ExperimentChangedDocument, type KindredClient } from './index.ts';

let sockets: WebSocketServer;
let client: KindredClient;
let left = false;

const standing = (done: number) => ({
  id: '1',
  name: 'First look',
  status: 'RUNNING',
  missingLabels: [],
  progress: { done, total: 3, unit: 'jobs', share: 0.5, secondsLeft: null },
});

async function* changes({ id }: { id: string }) {
  if (id !== '1')
    throw new GraphQLError(`Unknown experiment "${id}".`, { extensions: { code: 'NOT_FOUND' } });
  try {
    for (let done = 1; ; done++) {
      yield { experiment: standing(done) };
      await pause(20);
    }
  } finally {
    left = true;
  }
}

beforeAll(async () => {
  const text = await readFile(new URL('../../../apps/api/schema.graphql', import.meta.url), 'utf8');
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' });
  useServer({ schema: buildSchema(text), roots: { subscription: { experiment: changes } } }, sockets);
  await new Promise((resolve) => sockets.once('listening', resolve));
  const url = `http://127.0.0.1:${(sockets.address() as AddressInfo).port}/graphql`;
  client = createKindredClient({ url, webSocket: WebSocket });
});

afterAll(() => sockets.close());

test('a subscription gives every change until the loop is left, and then ends on the server', async () => {
  const seen: number[] = [];
  for await (const { experiment } of client.subscribe(ExperimentChangedDocument, { id: '1' })) {
    seen.push(experiment.progress.done);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual([1, 2, 3]);
  await expect.poll(() => left, { timeout: 10_000 }).toBe(true);
});

test("a refused subscription carries the API's code and message", async () => {
  const changes = client.subscribe(ExperimentChangedDocument, { id: 'nope' })[Symbol.asyncIterator]();
  await expect(changes.next()).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'Unknown experiment "nope".',
  });
});
