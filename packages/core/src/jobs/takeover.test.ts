import { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import { createTestDatabase, sampleCatalogue, type TestDatabase } from '../testing/index.ts';
import { catalogueLabels } from '../workers/labels.ts';
import { beginJob } from './begin-job.ts';
import { type Delivery, deliveryQueue } from './delivery-queue.ts';
import { failJob } from './fail-job.ts';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { openJobQueue } from './open-job-queue.ts';

const labels = catalogueLabels(sampleCatalogue);
let database: TestDatabase;
let queue: JobQueue;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = await openJobQueue(database.url);
  await publishCatalogue(database.dataSource, sampleCatalogue);
});
afterEach(async () => {
  await queue.stop();
  await database.drop();
});

/** Takes all jobs there are and is never heard of again. */
async function takeAndDie(): Promise<string[]> {
  const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
  await boss.start();
  const taken = await boss.fetch<Delivery>(deliveryQueue, { batchSize: 10 });
  await boss.stop({ graceful: false });
  return taken.map(({ data }) => data.jobId);
}

test('a job whose worker died is taken over, and given up when every attempt died', async () => {
  const config = {
    ...firstExperiment,
    ensembles: [],
    visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
  };
  await startExperiment(database.dataSource, queue, { ...config, name: 'spared' });
  await startExperiment(database.dataSource, queue, { ...config, name: 'cursed' });
  const jobs = await database.dataSource
    .getRepository(Job)
    .find({ where: { name: 'train-model' }, relations: { experiment: true } });
  const idOf = (name: string) => jobs.find(({ experiment }) => experiment.name === name)!.id;
  await database.dataSource.query(
    `update pgboss.job set retry_count = retry_limit where data->>'jobId' = $1`,
    [idOf('cursed')],
  );
  expect((await takeAndDie()).sort()).toEqual(jobs.map(({ id }) => id).sort());
  for (const { id } of jobs) await beginJob(database.dataSource, id);

  const diedAt = performance.now();
  const takenOver = new Map<string, number>();
  const run = async (id: string) => void takenOver.set(id, (performance.now() - diedAt) / 1000);
  const failed = (id: string, error: unknown, outcome: { final: boolean }) =>
    failJob(database.dataSource, id, error, outcome);
  await queue.work({ concurrency: 2, labels, run, failed });

  const cursed = () => database.dataSource.getRepository(Job).findOneByOrFail({ id: idOf('cursed') });
  await vi.waitFor(async () => {
    expect([...takenOver.keys()]).toEqual([idOf('spared')]);
    expect(await cursed()).toMatchObject({ status: 'failed', error: expect.stringContaining('worker died') });
  }, 25_000);
  expect(takenOver.get(idOf('spared'))).toBeLessThan(20);
});
