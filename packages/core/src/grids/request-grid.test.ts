import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginJob } from '../jobs/begin-job.ts';
import { failJob } from '../jobs/fail-job.ts';
import { Job } from '../jobs/job.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { ActivationGrid } from './activation-grid.entity.ts';
import { type GridRequest, requestGrid } from './request-grid.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const request = (asked: Partial<GridRequest> = {}) =>
  requestGrid(database.dataSource, queue, {
    modelIds: [family.children[0]!.id, family.parent.id],
    image: 3,
    layer: 'stage2.block0',
    preset: 'quick',
    seed: 1,
    ...asked,
  });
const jobs = () => database.dataSource.getRepository(Job).findBy({ name: 'render-grid' });
const grids = () => database.dataSource.getRepository(ActivationGrid).find();

test('grids are wished for once, model by model, in a job each', async () => {
  const [first, again] = [await request(), await request()];
  expect(first.map(({ modelId, status }) => [modelId, status])).toEqual([
    [family.children[0]!.id, 'queued'],
    [family.parent.id, 'queued'],
  ]);
  expect(again).toEqual(first);
  const asked = { requested: true, status: 'queued', weight: 10_000 };
  expect(await jobs()).toMatchObject([asked, asked]);
  await request({ layer: 'stage3.block0' });
  expect(await grids()).toHaveLength(4);
});

test('a job that fails takes its grid with it, and that is tried again when it is asked for', async () => {
  const [wish] = await request({ modelIds: [family.parent.id] });
  const [job] = await jobs();
  await beginJob(database.dataSource, job!.id);
  await failJob(database.dataSource, job!.id, new Error('silent'), { final: true });
  expect(await grids()).toMatchObject([{ id: wish!.id, status: 'failed', error: 'silent' }]);
  expect(await request({ modelIds: [family.parent.id] })).toMatchObject([{ status: 'queued', error: null }]);
});

test.each<[string, Partial<GridRequest>, string]>([
  ['an image beyond the set', { image: 10_000 }, 'There is no image 10000'],
  ['an unknown layer', { layer: 'fire6' }, 'Unknown layer of resnet8 "fire6": known here are stage1.block0,'],
  ['an unknown preset', { preset: 'best' as 'quick' }, 'preset: '],
])('%s is refused, and nothing is stored', async (_case, asked, message) => {
  await expect(request(asked)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(message),
  });
  expect([await grids(), await jobs()]).toEqual([[], []]);
});
