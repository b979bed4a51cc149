import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import {
  createKindredClient,
  ExperimentsDocument,
  type KindredClientOptions,
  StartExperimentDocument,
} from './index.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const page = { experiments: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] } };
const data = { status: 200, body: JSON.stringify({ data: page }) };
const unavailable = {
  status: 200,
  body: JSON.stringify({ errors: [{ message: 'Wait.', extensions: { code: 'UNAVAILABLE' } }] }),
};
const query = [ExperimentsDocument, { first: 1 }] as const;
const mutation = [StartExperimentDocument, { input: {} as never }] as const;

async function listen(answer: RequestListener, options: Partial<KindredClientOptions> = {}) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return createKindredClient({ url, ...options });
}

/** A server that gives these answers in turn, the last one for good; null breaks the connection. */
async function answering(
  answers: readonly ({ status: number; body: string; headers?: Record<string, string> } | null)[],
  options?: Partial<KindredClientOptions>,
) {
  let asked = 0;
  const client = await listen((request, response) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    else request.socket.destroy();
  }, options);
  return { client, asked: () => asked };
}

test.each([
  ['the connection breaks', null],
  ['a proxy has a bad gateway', { status: 502, body: '<h1>Bad gateway</h1>' }],
  ['a proxy finds no service', { status: 503, body: '<h1>Unavailable</h1>' }],
  ['a gateway times out', { status: 504, body: '<h1>Timeout</h1>' }],
  ['the API is unavailable', unavailable],
])('where %s, a query is sent again and a mutation is not', async (_case, failure) => {
  const asking = await answering([failure, failure, data]);
  expect(await asking.client.request(...query)).toEqual(page);
  expect(asking.asked()).toBe(3);
  server?.close();

  const changing = await answering([failure, data]);
  await expect(changing.client.request(...mutation)).rejects.toMatchObject({ name: 'KindredError' });
  expect(changing.asked()).toBe(1);
});

test('a query is given up after three more tries, and a refusal at once', async () => {
  const failing = await answering([unavailable]);
  await expect(failing.client.request(...query)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(failing.asked()).toBe(4);
  server?.close();

  const errors = [{ message: 'No.', extensions: { code: 'BAD_INPUT' } }];
  const refusing = await answering([{ status: 200, body: JSON.stringify({ errors }) }]);
  await expect(refusing.client.request(...query)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  expect(refusing.asked()).toBe(1);
});

test('a mutation that never left is sent again, for it cannot have been done', async () => {
  const { client, asked } = await answering([data]);
  const { port } = server!.address() as AddressInfo;
  server!.closeAllConnections();
  await new Promise((resolve) => server!.close(resolve));
  const started = client.request(...mutation);
  setTimeout(() => server!.listen(port, '127.0.0.1'), 100);
  expect(await started).toEqual(page);
  expect(asked()).toBe(1);
});

test('who asked too much comes back when the API says, with a mutation too, for nothing was done', async () => {
  const errors = [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }];
  const limited = (seconds: string) => ({
    status: 429,
    body: JSON.stringify({ errors }),
    headers: { 'Retry-After': seconds },
  });
  const obeying = await answering([limited('1'), data]);
  const before = Date.now();
  expect(await obeying.client.request(...mutation)).toEqual(page);
  expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
  server?.close();

  const impatient = await answering([limited('30'), data], { timeoutMs: 20_000 });
  await expect(impatient.client.request(...query)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(impatient.asked()).toBe(1);
});

test('an API that is silent for too long is given up, in words', async () => {
  const client = await listen(() => {}, { timeoutMs: 50 });
  await expect(client.request(...query)).rejects.toMatchObject({
    code: 'TIMEOUT',
    message: expect.stringMatching(/graphql didn't answer within 0\.05 s/),
  });
});

test('a signal ends a request, and the tries that would follow, with its reason', async () => {
  const reason = new Error('Enough.');
  const silent = await listen(() => {});
  await expect(silent.request(...query, { signal: abortAfter(20, reason) })).rejects.toBe(reason);
  server?.closeAllConnections();
  server?.close();

  const { client, asked } = await answering([unavailable]);
  await expect(client.request(...query, { signal: abortAfter(100, reason) })).rejects.toBe(reason);
  expect(asked()).toBe(1);
});

test('a key goes along with every request', async () => {
  let authorization: string | undefined;
  const client = await listen(
    (request, response) => {
      ({ authorization } = request.headers);
      response.end(data.body);
    },
    { apiKey: 'sesame' },
  );
  await client.request(...query);
  expect(authorization).toBe('Bearer sesame');
});

function abortAfter(ms: number, reason: Error): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), ms);
  return controller.signal;
}
