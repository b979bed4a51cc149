import { buffer } from 'node:stream/consumers';
import { publishCatalogue } from '@kindred/core';
import { type Family, insertFamily, sampleCatalogue, storeInserted } from '@kindred/core/testing';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type RunningApi, runApi } from './testing/run-api.ts';

const tarType = { 'content-type': 'application/x-tar' };

let here: RunningApi;
let there: RunningApi;
let family: Family;
let tar: Buffer;
beforeAll(async () => {
  [here, there] = await Promise.all([runApi(), runApi()]);
  family = await insertFamily(here.db);
  await storeInserted(here.db, here.artifacts);
  await publishCatalogue(there.db, sampleCatalogue);
  tar = Buffer.from(await (await get(here.url, family.experiment.id)).arrayBuffer());
}, 60_000);
afterAll(() => Promise.all([here.close(), there.close()]));

const get = (url: string, id: string, headers = {}) => fetch(`${url}/archives/${id}`, { headers });
const post = (url: string, body: Buffer, headers: object = tarType) =>
  fetch(`${url}/archives`, { method: 'POST', body, headers: { ...headers } });
const refusalOf = async (response: Response) => {
  const { errors } = (await response.json()) as Answer;
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
};

/** What the graph says of a family: numbers, hashes, distances, files. */
const query = `query ($id: ID!, $child: ID!, $sibling: ID!) {
  experiment(id: $id) {
    name status createdAt startedAt finishedAt seed
    models(first: 100) { nodes {
      id name kind sparsity weightsDigest maskDigest training { seconds lossByEpoch dataDigest }
      evaluation { accuracy { value low high definition } images }
    } }
    ensembles { name members { id } evaluation { kl { value low high definition } } }
    jobs(first: 100) { nodes { id name status startedAt finishedAt } }
  }
  model(id: $child) {
    distanceTo(model: $sibling) {
      perceptual { mean { value low high definition } calibration { position z } }
    }
    visualizedNeurons(first: 100) { nodes { ref visualization { id activation image { digest } hashes { wavelet { hex } color { hex } } recipe { contentKey } } } }
  }
}`;

test('an experiment that is imported elsewhere has the same answers', async () => {
  const response = await post(there.url, tar);
  expect(response.status).toBe(201);
  const { id, name } = family.experiment;
  expect(await response.json()).toEqual({ id, name, isNew: true });
  const [child, sibling] = family.children.map((model) => model.id);
  const variables = { id, child, sibling };
  const [ours, theirs] = await Promise.all([here.ask(query, variables), there.ask(query, variables)]);
  expect(ours.errors).toEqual([]);
  expect(theirs).toEqual(ours);
  expect((await post(there.url, tar)).status).toBe(200);
});

test('an artifact of it is served there too', async () => {
  const digest = family.parent.weightsDigest;
  const response = await fetch(`${there.url}/artifacts/${digest}`);
  expect(await response.text()).toBe('weights of parent');
});

test('what is no tar, ends early, or is sent by a page’s form, is refused with a sentence', async () => {
  const refusals = [
    post(there.url, Buffer.from('no tar, '.repeat(200))),
    post(there.url, tar.subarray(0, tar.length / 2)),
    post(there.url, tar, { 'content-type': 'text/plain' }),
    post(there.url, Buffer.alloc(0)),
  ];
  for (const response of await Promise.all(refusals))
    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_INPUT' });
});

test('a link is no file of an archive', async () => {
  const linked = pack();
  linked.entry({ name: 'manifest.json', type: 'symlink', linkname: '/etc/passwd' });
  linked.finalize();
  const { message } = await refusalOf(await post(there.url, await buffer(linked)));
  expect(message).toContain('no file but a symlink');
});

test('an id of no experiment is not found', async () => {
  const unknown = await get(here.url, '01234567-89ab-cdef-0123-456789abcdef');
  expect(await refusalOf(unknown)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  const none = await get(here.url, '..%2F..%2Fetc');
  expect(await refusalOf(none)).toMatchObject({ status: 400, code: 'BAD_INPUT' });
});
