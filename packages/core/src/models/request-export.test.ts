import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { beginJob } from '../jobs/begin-job.ts';
import { completeJob } from '../jobs/complete-job.ts';
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
import { insertArtifact } from '../testing/insert-artifact.ts';
import { Model } from './model.entity.ts';
import { requestExport } from './request-export.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const request = (id = family.parent.id) => requestExport(database.dataSource, queue, id);
const exports = () => database.dataSource.getRepository(Job).findBy({ name: 'export-network' });

test('a network is exported once, also when two ask at the same time', async () => {
  let together: ReturnType<typeof request>[] = [];
  await database.dataSource.transaction(async (transaction) => {
    await lockExperiment(transaction, family.experiment.id);
    together = [request(), request()];
    await untilWaiting(2);
  });
  await Promise.all(together);
  await request();
  expect(await exports()).toMatchObject([{ modelId: family.parent.id, status: 'queued' }]);
  expect(queue.enqueued).toHaveLength(1);
});

/** Until so many requests have begun and wait for the lock: without it they would go on, and this would time out. */
async function untilWaiting(count: number): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await database.dataSource.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(waiting).toHaveLength(count);
  });
}

test('one that has its file is answered with it, and nothing is queued', async () => {
  await request();
  const [job] = await exports();
  await beginJob(database.dataSource, job!.id);
  await completeJob(database.dataSource, queue, job!.id, async (transaction) => {
    const onnxDigest = await insertArtifact(transaction, 'a network');
    await transaction.update(Model, family.parent.id, { onnxDigest });
  });
  expect((await request()).onnxDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(await exports()).toHaveLength(1);
});

test('after a failure it is tried again', async () => {
  await request();
  const [job] = await exports();
  await beginJob(database.dataSource, job!.id);
  await failJob(database.dataSource, job!.id, new Error('The disk is full.'), { final: true });
  await request();
  expect((await exports()).map(({ status }) => status).sort()).toEqual(['failed', 'queued']);
});

test('a network that is not trained, or not there, is refused, and nothing is queued', async () => {
  await database.dataSource.manager.update(Model, family.parent.id, { weightsDigest: null });
  await expect(request()).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'parent has no weights to export yet: ask again when it is trained.',
  });
  await expect(request('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await exports()).toEqual([]);
});
