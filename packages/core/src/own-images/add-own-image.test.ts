import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { createArtifactStore } from '../artifacts/artifact-store.ts';
import { requestGrid } from '../grids/request-grid.ts';
import { requestSaliency } from '../saliency/request-saliency.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { addOwnImage, mostOwnImages } from './add-own-image.ts';
import { OwnImage } from './own-image.entity.ts';

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
  });
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
