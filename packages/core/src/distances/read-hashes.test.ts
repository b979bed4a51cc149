import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ExperimentListener, listenToExperiments } from '../events/listen-to-experiments.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { findHashedPictures, type ShownPictures } from './find-hashed-pictures.ts';
import { keepHashes, type ReadHashes } from './read-hashes.ts';

let database: TestDatabase;
let events: ExperimentListener;
let family: Family;
let other: Family;
let readHashes: ReadHashes;
beforeEach(async () => {
  database = await createTestDatabase();
  events = await listenToExperiments(database.url);
  family = await insertFamily(database.dataSource);
  other = await insertFamily(database.dataSource);
  readHashes = keepHashes(database.dataSource, events);
});
afterEach(async () => {
  await events.close();
  await database.drop();
});

const read = async ({ parent }: Family) => (await readHashes([{ modelId: parent.id, preset: 'quick' }]))[0]!;
const countOf = (shown: ShownPictures) => shown.reduce((sum, { keys }) => sum + keys.length, 0);

/** Without telling anybody. */
const forgetPictures = ({ parent }: Family) =>
  database.dataSource.query('delete from visualization where model_id = $1', [parent.id]);

test('what was read is kept until its experiment changes, and only its own', async () => {
  const [first, others] = [await read(family), await read(other)];
  expect(countOf(first)).toBeGreaterThan(0);
  await forgetPictures(family);
  expect(await read(family)).toBe(first);
  await notifyExperiment(database.dataSource, family.experiment.id);
  await vi.waitFor(async () => expect(countOf(await read(family))).toBe(0));
  expect(await read(other)).toBe(others);
});

test('what two ask for at the same time is read once, and followed too', async () => {
  const [one, other] = await Promise.all([read(family), read(family)]);
  expect(other).toBe(one);
  await forgetPictures(family);
  await notifyExperiment(database.dataSource, family.experiment.id);
  await vi.waitFor(async () => expect(countOf(await read(family))).toBe(0));
});

test('what changes while it is read is not kept', async () => {
  const blocking = database.dataSource.createQueryRunner();
  await blocking.startTransaction();
  await blocking.query('lock table visualization_hashes in access exclusive mode');
  const changes = events.subscribe(family.experiment.id);
  const before = read(family);
  await vi.waitFor(async () => {
    const [{ waiting }] = await database.dataSource.query(
      'select count(*)::integer as waiting from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
    );
    expect(waiting).toBe(1);
  });
  await notifyExperiment(database.dataSource, family.experiment.id);
  await changes.next();
  await blocking.commitTransaction();
  await blocking.release();
  const found = await before;
  expect(await read(family)).not.toBe(found);
});

test('models are answered for in the order of the question, kept or not', async () => {
  await read(family);
  const [child] = family.children;
  const ids = [child!.id, family.parent.id, other.parent.id, family.parent.id];
  const found = await readHashes(ids.map((modelId) => ({ modelId, preset: 'quick' })));
  const each = await Promise.all(
    ids.map((modelId) => findHashedPictures(database.dataSource, [{ modelId, preset: 'quick' }])),
  );
  expect(found).toEqual(each.flat());
});

test('a reading that failed is done again, and that a model has no pictures is kept', async () => {
  await database.dataSource.query('alter table visualization_hashes rename to elsewhere');
  await expect(read(family)).rejects.toThrow('visualization_hashes');
  await database.dataSource.query('alter table elsewhere rename to visualization_hashes');
  expect(countOf(await read(family))).toBeGreaterThan(0);
  await forgetPictures(other);
  const none = await read(other);
  expect(countOf(none)).toBe(0);
  expect(await read(other)).toBe(none);
});
