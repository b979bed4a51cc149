import { sha256 } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { anyOperation } from './http/operation-texts.ts';
import { readKnownOperations } from './http/read-known-operations.ts';
import { type Answer, type RunningApi, runApi } from './testing/run-api.ts';

const texts = [...readKnownOperations().values()];
const known = (name: string) => texts.find((text) => text.includes(` ${name}(`))!;
const byHash = (text: string, sha256Hash = sha256(text)) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

const names = 'query ($first: Int!) { experiments(first: $first) { nodes { name } } }';
const changes = 'subscription ($id: ID!) { experiment(id: $id) { name } }';

async function post(
  { url }: RunningApi,
  body: object,
): Promise<{ status: number; data?: unknown; code?: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as Partial<Answer>;
  return {
    status: response.status,
    ...(data && { data }),
    ...(errors && { code: errors[0]?.extensions.code }),
  };
}

/** The first answer over a websocket, or the code of its refusal. */
async function subscribe({ url }: RunningApi, payload: SubscribePayload): Promise<unknown> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    for await (const { data } of client.iterate(payload)) return data;
  } catch (errors) {
    return (errors as { extensions: { code: string } }[])[0]?.extensions.code;
  } finally {
    await client.dispose();
  }
}

const first = { experiments: { nodes: [{ name: 'First look at MNIST' }] } };
const followed = { experiment: { name: 'First look at MNIST' } };

describe('where any operation is run', () => {
  let api: RunningApi;
  let id: string;
  beforeAll(async () => {
    api = await runApi();
    ({ id } = (await insertFamily(api.db)).experiment);
  });
  afterAll(() => api.close());

  test('a text that came with its hash is known by the hash from then on', async () => {
    const variables = { first: 1 };
    const asked = { ...byHash(names), variables };
    expect(await post(api, asked)).toEqual({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post(api, { ...asked, query: names })).toEqual({ status: 200, data: first });
    expect(await post(api, asked)).toEqual({ status: 200, data: first });
  });

  test('over a websocket too', async () => {
    const asked = { query: '', ...byHash(changes), variables: { id } };
    expect(await subscribe(api, asked)).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await subscribe(api, { ...asked, query: changes })).toEqual(followed);
    expect(await subscribe(api, asked)).toEqual(followed);
  });

  test('a hash of something else, or another protocol, is refused', async () => {
    const refused = { status: 400, code: 'BAD_INPUT' };
    expect(await post(api, { query: names, ...byHash(names, sha256('other')) })).toEqual(refused);
    expect(await post(api, { extensions: { persistedQuery: { version: 2 } } })).toEqual(refused);
  });

  test('what is asked by its hash is held to the limits, and costs points', async () => {
    await post(api, { query: names, ...byHash(names), variables: { first: 1 } });
    expect(await post(api, { ...byHash(names), variables: { first: 101 } })).toMatchObject({
      code: 'BAD_INPUT',
    });
    const deep = `{ experiment(id: "x") ${'{ parent '.repeat(20)}{ id }${' }'.repeat(20)} }`;
    for (const query of [deep, undefined])
      expect(await post(api, { query, ...byHash(deep) })).toEqual({ status: 400, code: expect.any(String) });
    const limit = '{ rateLimit { cost } experiments(first: 100) { nodes { id name } } }';
    await post(api, { query: limit, ...byHash(limit) });
    expect(await post(api, byHash(limit))).toMatchObject({ data: { rateLimit: { cost: 4 } } });
  });

  test('texts are forgotten before they fill the memory', () => {
    const { find } = anyOperation();
    const long = (place: number) => `{ a${place} ${' '.repeat(900_000)} }`;
    for (let place = 0; place < 20; place++) find({ query: long(place), ...byHash(long(place)) });
    expect(find(byHash(long(19)))).toBe(long(19));
    expect(() => find(byHash(long(0)))).toThrow('PersistedQueryNotFound');
  });
});

describe('where only known operations are run', () => {
  let api: RunningApi;
  let id: string;
  beforeAll(async () => {
    api = await runApi(undefined, { known: readKnownOperations() });
    ({ id } = (await insertFamily(api.db)).experiment);
  });
  afterAll(() => api.close());

  const refused = { status: 403, code: 'UNKNOWN_OPERATION' };

  test('those of the client are, by hash or by text', async () => {
    const experiment = known('Experiment');
    const variables = { id };
    for (const asked of [
      { query: experiment },
      byHash(experiment),
      { query: experiment, ...byHash(experiment) },
    ])
      expect(await post(api, { ...asked, variables })).toMatchObject({ status: 200, data: followed });
    const changed = known('ExperimentChanged');
    for (const asked of [{ query: changed }, { query: '', ...byHash(changed) }])
      expect(await subscribe(api, { ...asked, variables })).toMatchObject(followed);
  });

  test('no others are, however they come', async () => {
    const variables = { first: 1 };
    expect(await post(api, { query: names, variables })).toEqual(refused);
    expect(await post(api, { ...byHash(names), variables })).toEqual(refused);
    expect(await post(api, { query: names, ...byHash(known('Experiment')), variables })).toEqual(refused);
    expect(await post(api, { query: '{ __schema { types { name } } }' })).toEqual(refused);
    expect(await post(api, [{ query: names, variables }])).toEqual(refused);
    expect(await post(api, {})).toEqual(refused);
    const byAddress = await fetch(`${api.url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(await byAddress.json()).toMatchObject({ errors: [{ extensions: { code: refused.code } }] });
    expect(await subscribe(api, { query: changes, variables: { id } })).toBe(refused.code);
  });

  test('and these within the limits', async () => {
    const variables = { first: 101 };
    expect(await post(api, { ...byHash(known('Experiments')), variables })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
