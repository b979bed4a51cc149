import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ExperimentListener, listenToExperiments } from '../events/listen-to-experiments.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Model } from '../models/model.entity.ts';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findSimilar, type SimilarityQuestion, type SimilarVisualization } from './find-similar.ts';
import { findVisualizations } from './find-visualizations.ts';
import { hashNames } from './hash-names.ts';
import { keepShelves, type ShelfLimits } from './keep-shelves.ts';
import type { Picture } from './picture.ts';

let database: TestDatabase;
let events: ExperimentListener;
let family: Family;
let other: Family;
let to: Picture;
beforeEach(async () => {
  database = await createTestDatabase();
  events = await listenToExperiments(database.url);
  family = await insertFamily(database.dataSource);
  other = await insertFamily(database.dataSource);
  const key = { modelId: family.parent.id, ...family.neurons[0]! };
  to = (await findVisualizations(database.dataSource, [key]))[0]!;
});
afterEach(async () => {
  await events.close();
  await database.drop();
});

/** Milliseconds, on a busy machine. */
const patience = 10_000;

const usual: ShelfLimits = {
  mostPictures: 1_000_000,
  mostWaitedFor: 2,
  manyPictures: 1_000_000,
  restMs: 60_000,
};
const keep = (limits?: Partial<ShelfLimits>) =>
  keepShelves(database.dataSource, events, { ...usual, ...limits });
const question = (of: Partial<SimilarityQuestion> = {}): SimilarityQuestion => ({
  to,
  hash: 'wavelet',
  first: 5,
  ...of,
});
const shortened = (found: SimilarVisualization[]) =>
  found.map(({ visualization, bits }) => ({ id: visualization.id, bits }));

/** Without telling anybody. */
const moveAway = (visualizationId: string) =>
  database.dataSource.query(
    'update visualization_hashes set wavelet = ~(select wavelet from visualization_hashes where visualization_id = $1) where visualization_id = $2',
    [to.id, visualizationId],
  );

test('it finds what the database finds, in the same order', async () => {
  // Many that are equally near, so that ids decide.
  await database.dataSource.query(
    `update visualization_hashes set color = (select color from visualization_hashes where visualization_id = $1)
     where channel % 2 = 0`,
    [to.id],
  );
  const find = keep();
  for (const hash of hashNames)
    for (const first of [1, 5, 1000])
      for (const maxBits of [null, 0, 20])
        for (const anyRecipe of [false, true]) {
          const asked = question({ hash, first, maxBits, anyRecipe });
          expect(shortened(await find(asked))).toEqual(
            shortened(await findSimilar(database.dataSource, asked)),
          );
        }
});

test('of one workspace only its own pictures are found, and of some models only theirs', async () => {
  const find = keep();
  const { dataSource } = database;
  const [{ id: workspaceId }] = await dataSource.query(
    `insert into workspace (name) values ('Elsewhere') returning id`,
  );
  await dataSource.query('update experiment set workspace_id = $1 where id = $2', [
    workspaceId,
    other.experiment.id,
  ]);
  const modelsOf = async (asked: Partial<SimilarityQuestion>) =>
    new Set(
      (await find(question({ first: 1000, ...asked }))).map(({ visualization }) => visualization.modelId),
    );
  const elsewhere = await modelsOf({ workspaceId });
  const ids = [other.parent, ...other.children, ...other.snapshots].map(({ id }) => id);
  expect(elsewhere.size).toBeGreaterThan(1);
  for (const id of elsewhere) expect(ids).toContain(id);
  expect(await modelsOf({ modelIds: [other.parent.id] })).toEqual(new Set([other.parent.id]));
});

test('what was read is kept until its experiment changes', async () => {
  const find = keep();
  const [nearest] = shortened(await find(question()));
  await moveAway(nearest!.id);
  expect(shortened(await find(question()))[0]).toEqual(nearest);
  const { experimentId } = await database.dataSource.manager.findOneByOrFail(Model, {
    id: (await find(question()))[0]!.visualization.modelId,
  });
  await notifyExperiment(database.dataSource, experimentId);
  await vi.waitFor(async () => expect(shortened(await find(question()))[0]).not.toEqual(nearest), patience);
});

test('until they are read, the database answers', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { dataSource } = database;
  const slow = new Proxy(dataSource, {
    get: (target, name) => (name === 'query' ? readLate : Reflect.get(target, name)),
  });
  async function readLate(sql: string, values: unknown[]) {
    if (sql.includes('shelf')) await released;
    return dataSource.query(sql, values);
  }
  const find = keepShelves(slow, events, { ...usual, mostWaitedFor: 1 });
  const ask = async () => shortened(await find(question()));
  const [nearest, second] = await ask();
  await moveAway(nearest!.id);
  expect((await ask())[0]).toEqual(second);
  release();
  // Once what is moved away stays where it was, it comes from what was read.
  await vi.waitFor(async () => {
    const [before] = await ask();
    await moveAway(before!.id);
    expect((await ask())[0]).toEqual(before);
  }, patience);
});

test('of more pictures than it may keep, the database answers', async () => {
  const find = keep({ mostPictures: 10 });
  const [nearest, second, third] = shortened(await find(question()));
  await moveAway(nearest!.id);
  expect(shortened(await find(question()))[0]).toEqual(second);
  await moveAway(second!.id);
  expect(shortened(await find(question()))[0]).toEqual(third);
});

test('an experiment of many pictures that changed is left to the database for a while', async () => {
  const find = keep({ manyPictures: 10 });
  const ask = async () => shortened(await find(question()));
  const [nearest] = await ask();
  await moveAway(nearest!.id);
  expect((await ask())[0]).toEqual(nearest);
  for (const { experiment } of [family, other]) await notifyExperiment(database.dataSource, experiment.id);
  await vi.waitFor(async () => expect((await ask())[0]).not.toEqual(nearest), patience);
  const [next] = await ask();
  await moveAway(next!.id);
  expect((await ask())[0]).not.toEqual(next);
});

test('it is read again after its rest', async () => {
  const find = keep({ manyPictures: 10, restMs: 1 });
  const ask = async () => shortened(await find(question()));
  const [nearest] = await ask();
  await moveAway(nearest!.id);
  for (const { experiment } of [family, other]) await notifyExperiment(database.dataSource, experiment.id);
  await vi.waitFor(async () => expect((await ask())[0]).not.toEqual(nearest), patience);
  await vi.waitFor(async () => {
    const [before] = await ask();
    await moveAway(before!.id);
    expect((await ask())[0]).toEqual(before);
  }, patience);
});
