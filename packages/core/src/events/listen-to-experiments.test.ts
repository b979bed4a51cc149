import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { type ExperimentListener, listenToExperiments } from './listen-to-experiments.ts';
import { notifyExperiment } from './notify-experiment.ts';

let database: TestDatabase;
let listener: ExperimentListener;
beforeEach(async () => {
  database = await createTestDatabase();
  listener = await listenToExperiments(database.url);
});
afterEach(async () => {
  await listener.close();
  await database.drop();
});

const mine = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const silence = Symbol('silence');
const within = (next: Promise<unknown>, milliseconds: number) =>
  Promise.race([next, sleep(milliseconds, silence)]);

test('a change is told to those who asked for its experiment, once it is committed', async () => {
  const next = listener.subscribe(mine).next();
  await notifyExperiment(database.dataSource, other);
  await database.dataSource.transaction(async (transaction) => {
    await notifyExperiment(transaction, mine);
    expect(await within(next, 100)).toBe(silence);
  });
  expect(await next).toEqual({ done: false, value: undefined });
});

test('changes that come while nobody looks are one tick', async () => {
  const ticks = listener.subscribe(mine);
  const witness = listener.subscribe(mine);
  for (let change = 0; change < 3; change++) {
    await notifyExperiment(database.dataSource, mine);
    await witness.next();
  }
  expect(await within(ticks.next(), 1_000)).toEqual({ done: false, value: undefined });
  expect(await within(ticks.next(), 100)).toBe(silence);
});

test('a lost connection is opened again, and what was missed is made up for', async () => {
  const next = listener.subscribe(mine).next();
  await database.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'kindred events' and datname = current_database()`,
  );
  expect(await within(next, 5_000)).toEqual({ done: false, value: undefined });
});

test('a subscription ends when its reader leaves, and when the listener closes', async () => {
  const left = listener.subscribe(mine);
  const pending = left.next();
  await left.return?.();
  expect(await pending).toEqual({ done: true, value: undefined });
  const closed = listener.subscribe(mine).next();
  await listener.close();
  expect(await closed).toEqual({ done: true, value: undefined });
});
