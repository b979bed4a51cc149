import { afterEach, beforeEach, expect, test } from 'vitest';
import { Dataset } from '../datasets/dataset.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { findLayerMatches } from './find-layer-matches.ts';
import { findNeuronMatches } from './find-neuron-matches.ts';
import { LayerMatch } from './layer-match.entity.ts';
import { matchLayer } from './match-neuron.ts';
import { type MatchRequest, requestMatches } from './request-matches.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const pair = () => [family.children[1]!.id, family.children[0]!.id] as const;
const request = (asked: Partial<MatchRequest> = {}) =>
  requestMatches(database.dataSource, queue, { modelIds: pair(), ...asked });

/** Channel i of the first is channel i + 1 of the second. */
async function insertMatch(layer: string): Promise<void> {
  const [{ name: dataset }] = (await database.dataSource.getRepository(Dataset).find()) as [Dataset];
  await database.dataSource.getRepository(LayerMatch).insert({
    modelId: family.children[0]!.id,
    otherId: family.children[1]!.id,
    layer,
    channels: 3,
    dataset,
    dataDigest: 'd'.repeat(64),
    images: 1000,
    correlations: Buffer.from(Float32Array.of(0, 1, 0.25, 0, 0, 1, 1, 0, 0).buffer),
    backend: 'cpu',
    codeVersion: 'test',
  });
}

test('all layers are matched in one job, the pair in the order of the family, and asked again it is the same', async () => {
  const [job, again] = [await request(), await request({ modelIds: [pair()[1], pair()[0]] })];
  expect(job).toMatchObject({
    name: 'match-layers',
    requested: true,
    payload: {
      modelId: family.children[0]!.id,
      otherId: family.children[1]!.id,
      layers: ['stage1.block0', 'stage2.block0', 'stage3.block0'],
      images: 1000,
    },
  });
  expect(again!.id).toBe(job!.id);
  expect(queue.enqueued).toHaveLength(1);
});

test('layers that are matched already are left out, and if all are, nothing is queued', async () => {
  await insertMatch('stage1.block0');
  expect((await request())!.payload).toMatchObject({ layers: ['stage2.block0', 'stage3.block0'] });
  expect(await request({ layers: ['stage1.block0'] })).toBeNull();
  expect(queue.enqueued).toHaveLength(1);
});

test('either model sees the match from its side', async () => {
  await insertMatch('stage1.block0');
  const [first, second] = [family.children[0]!.id, family.children[1]!.id];
  const layer = 'stage1.block0';
  const [there, back, none] = await findLayerMatches(database.dataSource, [
    { model: first, other: second, layer },
    { model: second, other: first, layer },
    { model: first, other: second, layer: 'stage2.block0' },
  ]);
  expect([...there!.correlations]).toEqual([0, 1, 0.25, 0, 0, 1, 1, 0, 0]);
  expect([...back!.correlations]).toEqual([0, 0, 1, 1, 0, 0, 0.25, 1, 0]);
  expect(none).toBeNull();
});

test('a neuron is found in the other model as in its whole layer, from either side', async () => {
  await insertMatch('stage1.block0');
  const [first, second] = [family.children[0]!.id, family.children[1]!.id];
  const layer = 'stage1.block0';
  for (const key of [
    { model: first, other: second, layer },
    { model: second, other: first, layer },
  ]) {
    const [whole] = await findLayerMatches(database.dataSource, [key]);
    const keys = matchLayer(whole!).map((_, channel) => ({ ...key, channel }));
    const found = await findNeuronMatches(database.dataSource, keys);
    expect(found).toEqual(matchLayer(whole!).map((match) => ({ ...match, images: whole!.images })));
  }
  const elsewhere = { model: first, other: second, layer: 'stage2.block0', channel: 0 };
  expect(await findNeuronMatches(database.dataSource, [elsewhere])).toEqual([null]);
});

test.each<[string, () => Partial<MatchRequest>, string]>([
  ['one model twice', () => ({ modelIds: [pair()[0], pair()[0]] }), 'The same model came twice'],
  [
    'a layer that isn’t there',
    () => ({ layers: ['stage9'] }),
    'Unknown layer "stage9": known here are stage1.block0',
  ],
  ['no layers', () => ({ layers: [] }), 'No layers came'],
  ['too many images', () => ({ images: 10_001 }), '10001 images were asked for; the family is tested on'],
  ['one image', () => ({ images: 1 }), '1 images were asked for'],
])('%s is refused, and nothing is queued', async (_, asked, message) => {
  await expect(request(asked())).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(message),
  });
  expect(queue.enqueued).toEqual([]);
});

test('a model without weights has to be trained first', async () => {
  await database.dataSource.query('update model set weights_digest = null where id = $1', [pair()[0]]);
  await expect(request()).rejects.toMatchObject({ code: 'CONFLICT' });
});
