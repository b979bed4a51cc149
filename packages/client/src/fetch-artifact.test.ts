import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKindredClient, type KindredClient } from './index.ts';

const bytes = Buffer.from('weights');
const digest = createHash('sha256').update(bytes).digest('hex');
const altered = 'a'.repeat(64);
const other = createHash('sha256').update('other').digest('hex');

let server: Server;
let client: KindredClient;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === `/artifacts/${altered}`) {
      const errors = [{ message: 'It was altered.', extensions: { code: 'ALTERED' } }];
      response.writeHead(500).end(JSON.stringify({ errors }));
      return;
    }
    const known = [digest, other].some((name) => url === `/artifacts/${name}`);
    response.writeHead(known ? 200 : 404).end(known ? bytes : 'No artifact has that digest.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = createKindredClient({ url: `http://127.0.0.1:${port}/graphql` });
});
afterAll(() => server.close());

test('an artifact comes by its digest, from beside the graph', async () => {
  expect(Buffer.from(await client.artifact(digest))).toEqual(bytes);
});

test('bytes of another digest are refused', async () => {
  await expect(client.artifact(other)).rejects.toThrow("isn't what it is named for");
});

test('of a file that was altered the API tells, and it is not fetched again', async () => {
  await expect(client.artifact(altered)).rejects.toMatchObject({
    code: 'ALTERED',
    message: 'It was altered.',
  });
});

test('an artifact that nobody has is NOT_FOUND, and no digest leads elsewhere', async () => {
  await expect(client.artifact('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(client.artifact('../health')).rejects.toThrow('/artifacts/..%2Fhealth');
});
