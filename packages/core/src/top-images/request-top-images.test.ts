import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  insertTopImages,
  type TestDatabase,
} from '../testing/index.ts';
import { requestTopImages } from './request-top-images.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const layer = 'stage2.block0';
const request = (asked = layer) =>
  requestTopImages(database.dataSource, queue, { experimentId: family.experiment.id, layer: asked });

test('a layer of all models is asked for in one job, and asked again it is the same', async () => {
  const [job, again] = [await request(), await request()];
  const { modelIds } = job!.payload as { modelIds: string[] };
  expect(job).toMatchObject({ name: 'find-top-images', requested: true, payload: { layer } });
  expect(modelIds.slice(0, 2)).toEqual([family.parent.id, family.children[0]!.id]);
  expect(Number(job!.weight)).toBe(modelIds.length * family.experiment.config.data.test);
  expect(again!.id).toBe(job!.id);
  expect(queue.enqueued).toHaveLength(1);
});

test('models that have them are left out, those without weights too, and if none lacks them, nothing is queued', async () => {
  const all = ((await request())!.payload as { modelIds: string[] }).modelIds;
  await database.dataSource.query('delete from job');
  await insertTopImages(database.dataSource, [family.parent], layer);
  const [first] = family.children;
  await database.dataSource.query('update model set weights_digest = null where id = $1', [first!.id]);
  const rest = all.filter((id) => id !== family.parent.id && id !== first!.id);
  expect((await request())!.payload).toMatchObject({ modelIds: rest });
  await database.dataSource.query('update model set weights_digest = null where id <> $1', [
    family.parent.id,
  ]);
  expect(await request()).toBeNull();
});

test('an unknown layer is refused, and so is a family that is not trained', async () => {
  await expect(request('stage9')).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('Unknown layer "stage9": known here are stage1.block0'),
  });
  await database.dataSource.query('update model set weights_digest = null');
  await expect(request()).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(queue.enqueued).toEqual([]);
});
