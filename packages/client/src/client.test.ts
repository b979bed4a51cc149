import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import {
  createKindredClient,
  ExperimentDocument,
  ExperimentsDocument,
  KindredError,
  TypedDocumentString,
} from './index.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** Starts a server that gives these answers, the last one again and again, and returns its address and the bodies it was sent. */
async function answering(status: number, ...bodies: string[]): Promise<{ url: string; received: unknown[] }> {
  const received: unknown[] = [];
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    received.push(JSON.parse(text));
    const body = bodies[Math.min(received.length, bodies.length) - 1];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, received };
}

const byHash = ({ __meta__ }: { __meta__?: Record<string, unknown> | undefined }) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: __meta__?.hash } },
});

test('a request sends the hash of the document with its variables and resolves to the data', async () => {
  const page = {
    experiments: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
  };
  const { url, received } = await answering(200, JSON.stringify({ data: page }));
  expect(await createKindredClient({ url }).request(ExperimentsDocument, { first: 3 })).toEqual(page);
  expect(received).toEqual([{ ...byHash(ExperimentsDocument), variables: { first: 3 } }]);
});

test('an API that is new to a document gets its text too, once', async () => {
  const unknown = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];
  const { url, received } = await answering(
    200,
    JSON.stringify({ errors: unknown }),
    JSON.stringify({ data: {} }),
  );
  const client = createKindredClient({ url });
  for (let time = 0; time < 2; time++) await client.request(ExperimentDocument, { id: 'x' });
  const [first, second, third] = received;
  expect(second).toEqual({ ...(first as object), query: ExperimentDocument.toString() });
  expect(third).toEqual(first);
});

test('a document of one’s own has no hash: its text is sent', async () => {
  const { url, received } = await answering(200, JSON.stringify({ data: {} }));
  await createKindredClient({ url }).request(new TypedDocumentString('{ __typename }'));
  expect(received).toEqual([{ query: '{ __typename }' }]);
});

test("a refusal carries the API's code and message", async () => {
  const message = 'Unknown experiment "nope": list them with experiments(first: 10).';
  const errors = [{ message, extensions: { code: 'NOT_FOUND' } }];
  const { url } = await answering(200, JSON.stringify({ data: null, errors }));
  const refused = createKindredClient({ url }).request(ExperimentDocument, { id: 'nope' });
  await expect(refused).rejects.toThrow(new KindredError('NOT_FOUND', message));
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('where nothing listens, the error says what to do', async () => {
  const { url } = await answering(200, '');
  server?.close();
  const refused = createKindredClient({ url, retries: 0 }).request(ExperimentsDocument, { first: 1 });
  await expect(refused).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message: `No Kindred API answers at ${url}: start it with "npm start", or name the right address.`,
  });
});

test.each([
  [404, '<h1>Not found</h1>', 'answered with status 404 and no JSON'],
  [200, '{}', 'answered without data'],
  [502, '<h1>Bad gateway</h1>', 'No Kindred API answers'],
])('an answer of status %i that is no graph answer is told apart', async (status, body, expected) => {
  const { url } = await answering(status, body);
  const refused = createKindredClient({ url, retries: 0 }).request(ExperimentsDocument, { first: 1 });
  await expect(refused).rejects.toThrow(expected);
});
