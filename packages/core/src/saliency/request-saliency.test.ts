import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginJob } from '../jobs/begin-job.ts';
import { failJob } from '../jobs/fail-job.ts';
import { Job } from '../jobs/job.entity.ts';
import { Model } from '../models/model.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { requestSaliency, type SaliencyRequest } from './request-saliency.ts';
import { SaliencyMap } from './saliency-map.entity.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const request = (asked: Partial<SaliencyRequest> = {}) =>
  requestSaliency(database.dataSource, queue, {
    modelIds: [family.parent.id, family.children[0]!.id],
    images: [7, 3],
    method: 'smoothgrad-paper',
    target: 'predicted',
    seed: 1,
    ...asked,
  });
const jobs = () => database.dataSource.getRepository(Job).findBy({ name: 'map-saliency' });
const maps = () => database.dataSource.getRepository(SaliencyMap).find();

test('maps are wished for once, model by model, in one job a model that the experiment does not wait for', async () => {
  const [first, again] = [await request(), await request()];
  expect(first.map(({ modelId, imageIndex, status }) => [modelId, imageIndex, status])).toEqual(
    [family.parent, family.children[0]!].flatMap(({ id }) => [
      [id, 7, 'queued'],
      [id, 3, 'queued'],
    ]),
  );
  expect(again).toEqual(first);
  const asked = { requested: true, status: 'queued', weight: 120, experimentId: family.experiment.id };
  expect(await jobs()).toMatchObject([asked, asked]);
  expect(queue.enqueued).toHaveLength(2);
});

test('another method, class or seed is another map', async () => {
  for (const other of [
    {},
    { method: 'gradient' as const },
    { target: '9' },
    { target: 'label' },
    { seed: 2 },
  ])
    await request({ modelIds: [family.parent.id], images: [0], ...other });
  expect(await maps()).toHaveLength(5);
});

test('when the job fails its maps fail with its reason, and are tried again when they are asked for', async () => {
  await request();
  const job = (await jobs()).find(({ modelId }) => modelId === family.parent.id)!;
  await beginJob(database.dataSource, job.id);
  await failJob(database.dataSource, job.id, new Error('NaN'), { final: true });
  const standing = (await maps()).map(({ modelId, status, error }) => [
    modelId === family.parent.id,
    status,
    error,
  ]);
  expect(standing.sort()).toEqual([
    [false, 'queued', null],
    [false, 'queued', null],
    [true, 'failed', 'NaN'],
    [true, 'failed', 'NaN'],
  ]);
  expect((await request()).map(({ status, error }) => [status, error])).toEqual(
    new Array(4).fill(['queued', null]),
  );
  expect(await jobs()).toHaveLength(3);
});

test.each<[string, Partial<SaliencyRequest>, string]>([
  ['an image beyond the set', { images: [0, 10_000] }, 'There is no image 10000: this experiment has 10000'],
  ['no image', { images: [] }, 'images: '],
  ['a class that does not exist', { target: '10' }, 'There is no class 10: mnist has 10 classes (0–9).'],
  ['a target that is none', { target: 'best' }, 'target: must be `predicted`, `label`, or a class from 0'],
  ['an unknown method', { method: 'lime' as 'gradient' }, 'method: '],
  ['no model', { modelIds: [] }, 'No models came'],
])('%s is refused, and nothing is stored', async (_case, asked, message) => {
  await expect(request(asked)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(message),
  });
  expect([await maps(), await jobs()]).toEqual([[], []]);
});

test('models of several experiments, and one that will never be trained, are refused', async () => {
  const other = await insertFamily(database.dataSource);
  await expect(request({ modelIds: [family.parent.id, other.parent.id] })).rejects.toThrow(
    'Models of 2 experiments came: ask for those of one.',
  );
  await database.dataSource.manager.update(Model, family.parent.id, { weightsDigest: null });
  await expect(request()).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await maps()).toEqual([]);
});
