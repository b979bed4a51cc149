import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { createArtifactStore } from '../artifacts/artifact-store.ts';
import { SavedComparison } from '../comparisons/saved-comparison.entity.ts';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { requestGrid } from '../grids/request-grid.ts';
import { Job } from '../jobs/job.entity.ts';
import { Note } from '../notes/note.entity.ts';
import { requestSaliency } from '../saliency/request-saliency.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { addOwnImage, mostOwnImages } from './add-own-image.ts';
import { OwnImage } from './own-image.entity.ts';
import { removeOwnImage } from './remove-own-image.ts';

let database: TestDatabase;
let family: Family;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  folder = await mkdtemp(join(tmpdir(), 'kindred-own-images-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const add = (content: string, experimentId = family.experiment.id) =>
  addOwnImage(database.dataSource, createArtifactStore(folder), experimentId, {
    name: `${content}.png`,
    width: 3,
    height: 2,
    png: Buffer.from(content),
    authorId: null,
  });
const owner = { userId: null, isAdmin: true };
const remove = (imageIndex: number) =>
  removeOwnImage(database.dataSource, { experimentId: family.experiment.id, imageIndex }, owner);
const saliency = (images: number[], target = 'predicted') =>
  requestSaliency(database.dataSource, createInertQueue(), {
    modelIds: [family.parent.id],
    images,
    method: 'gradient',
    target,
    seed: 1,
  });

test('own images are counted on from the test images, those that come together too, and the same one is kept once', async () => {
  const came = await Promise.all(['cat', 'dog', 'owl'].map((content) => add(content)));
  expect(came.map(({ image }) => image.imageIndex).sort()).toEqual([10_000, 10_001, 10_002]);
  const again = await add('cat');
  expect([again.isNew, again.image.id]).toEqual([false, came[0]!.image.id]);
});

test('networks look at them as at test images, but for the label that they don’t have', async () => {
  await add('cat');
  expect(await saliency([10_000, 3])).toMatchObject([{ imageIndex: 10_000 }, { imageIndex: 3 }]);
  const { dataSource } = database;
  const of = { modelIds: [family.parent.id], layer: 'stage2.block0', preset: 'quick' as const, seed: 1 };
  expect(await requestGrid(dataSource, createInertQueue(), { ...of, image: 10_000 })).toHaveLength(1);
  await expect(saliency([3, 10_000], 'label')).rejects.toThrow(/^Image 10000 is somebody's own/);
  await expect(saliency([10_001])).rejects.toThrow(/^There is no image 10001: /);
});

test('a place is taken once, also by one that is removed while others are there behind it', async () => {
  await add('cat');
  await add('dog');
  await remove(10_000);
  expect((await add('owl')).image.imageIndex).toBe(10_002);
});

test('with an image go its maps and grids, and the jobs that made nothing else', async () => {
  const { dataSource } = database;
  const { id: experimentId } = family.experiment;
  await add('cat');
  const jobs = await dataSource.getRepository(Job).countBy({ experimentId });
  const [first] = await saliency([10_000]);
  const [, kept] = await saliency([10_000, 3], '0');
  const of = { modelIds: [family.parent.id], layer: 'stage2.block0', preset: 'quick' as const, seed: 1 };
  await requestGrid(dataSource, createInertQueue(), { ...of, image: 10_000 });
  await expect(remove(10_000)).rejects.toThrow(/^Networks are looking at cat.png/);
  await dataSource.query("update saliency_map set status = 'failed'");
  await dataSource.query("update activation_grid set status = 'failed'");

  const note = { experimentId, nodeId: first!.id, text: 'Ears.' };
  await dataSource.getRepository(Note).insert(note);
  const path = `/experiments/${experimentId}/images/10000?method=gradient`;
  await dataSource.getRepository(SavedComparison).insert({ experimentId, title: 'Ears', path });
  await expect(remove(10_000)).rejects.toThrow(/1 notes on its maps, grids and jobs and 1 saved views/);
  await dataSource.query('delete from note');
  await dataSource.getRepository(SavedComparison).delete({ experimentId });

  expect(await remove(10_000)).toMatchObject({ name: 'cat.png' });
  expect(await dataSource.getRepository(SaliencyMap).find()).toMatchObject([{ id: kept!.id }]);
  expect(await dataSource.getRepository(ActivationGrid).count()).toBe(0);
  const left = await dataSource.getRepository(Job).findBy({ experimentId });
  expect(left).toHaveLength(jobs + 1);
  expect(left.find(({ name }) => name === 'map-saliency')?.payload).toEqual({
    modelId: family.parent.id,
    saliencyMapIds: [kept!.id],
  });
  await expect(remove(10_000)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('those of another experiment are none of this one', async () => {
  await add('cat', (await insertFamily(database.dataSource)).experiment.id);
  await expect(saliency([10_000])).rejects.toThrow(/^There is no image 10000: /);
});

test('they go with their experiment', async () => {
  await add('cat');
  await database.dataSource.query('delete from experiment');
  expect(await database.dataSource.getRepository(OwnImage).find()).toEqual([]);
});

test('one too many is refused, and nothing of it is kept', async () => {
  const { manager } = database.dataSource;
  const { image } = await add('first');
  const { imageDigest, experimentId } = image;
  const more = Array.from({ length: mostOwnImages - 1 }, (_, index) => `${index}`.padStart(64, '0'));
  await manager.insert(
    Artifact,
    more.map((digest) => ({ digest, mediaType: 'image/png', byteLength: 1 })),
  );
  await manager.insert(
    OwnImage,
    more.map((digest, index) => ({
      ...image,
      id: crypto.randomUUID(),
      imageIndex: 10_001 + index,
      imageDigest: digest,
    })),
  );
  await expect(add('last')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await manager.countBy(OwnImage, { experimentId })).toBe(mostOwnImages);
  expect(await readdir(folder)).toEqual([imageDigest.slice(0, 2)]);
});
