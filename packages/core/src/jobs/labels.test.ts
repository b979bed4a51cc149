import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import { createTestDatabase, sampleCatalogue, type TestDatabase } from '../testing/index.ts';
import { announceWorker } from '../workers/announce-worker.ts';
import { findMissingLabels } from '../workers/find-missing-labels.ts';
import { catalogueLabels } from '../workers/labels.ts';
import { beginJob } from './begin-job.ts';
import { completeJob } from './complete-job.ts';
import { failJob } from './fail-job.ts';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { openJobQueue } from './open-job-queue.ts';

const config = {
  ...firstExperiment,
  ensembles: [],
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};
const labels = catalogueLabels(sampleCatalogue);

let database: TestDatabase;
let queues: JobQueue[];
beforeEach(async () => {
  database = await createTestDatabase();
  queues = [];
  await publishCatalogue(database.dataSource, sampleCatalogue);
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.stop()));
  await database.drop();
});

async function open(): Promise<JobQueue> {
  const queue = await openJobQueue(database.url);
  queues.push(queue);
  return queue;
}

const start = async (name: string, runOn?: string) => {
  const wish = { ...config, name, runOn };
  return (await startExperiment(database.dataSource, queues[0]!, wish)).id;
};
const statuses = async (experimentId: string) => {
  const jobs = await database.dataSource.getRepository(Job).findBy({ experimentId });
  return new Set(jobs.map(({ status }) => status));
};

/** Does whatever comes, at once. */
async function startWorker(has: string[]): Promise<void> {
  const [{ dataSource }, queue] = [database, await open()];
  await queue.work({
    concurrency: 1,
    labels: has,
    async run(id) {
      await beginJob(dataSource, id);
      await completeJob(dataSource, queue, id);
    },
    failed: (id, error, outcome) => failJob(dataSource, id, error, outcome),
  });
}

test('a job goes past workers without its label, which do what comes after it, to one that has it', async () => {
  await open();
  const wanting = await start('on a GPU', 'gpu');
  const other = await start('anywhere');
  await startWorker(labels);
  await vi.waitFor(async () => expect(await statuses(other)).toEqual(new Set(['done'])), 10_000);
  expect(await statuses(wanting)).toEqual(new Set(['queued', 'waiting']));
  await startWorker([...labels, 'gpu']);
  await vi.waitFor(async () => expect(await statuses(wanting)).toEqual(new Set(['done'])), 10_000);
});

test('a worker without the dataset leaves a job to others', async () => {
  await open();
  const id = await start('on MNIST');
  await startWorker(labels.filter((label) => label !== 'dataset:mnist'));
  await startWorker(labels);
  await vi.waitFor(async () => expect(await statuses(id)).toEqual(new Set(['done'])), 10_000);
});

test('what no running worker has is told, until one comes and after it has gone', async () => {
  await open();
  const { dataSource } = database;
  const ids = [await start('on a GPU', 'gpu'), await start('anywhere')];
  const missing = async () => {
    const found = await findMissingLabels(dataSource, ids);
    return ids.map((id) => found.get(id));
  };
  const all = ['architecture:resnet8', 'dataset:mnist'];
  expect(await missing()).toEqual([[...all, 'gpu'], all]);
  const plain = await announceWorker(dataSource, labels);
  expect(await missing()).toEqual([['gpu'], undefined]);
  const blind = await announceWorker(dataSource, ['gpu']);
  expect(await missing()).toEqual([[...all, 'gpu'], undefined]);
  const whole = await announceWorker(dataSource, [...labels, 'gpu']);
  expect(await missing()).toEqual([undefined, undefined]);
  await whole.withdraw();
  await blind.withdraw();
  await dataSource.query(`update running_worker set seen_at = now() - interval '1 minute'`);
  expect(await missing()).toEqual([[...all, 'gpu'], all]);
  await plain.withdraw();
});

test('what is no label is refused before anything is stored', async () => {
  await open();
  await expect(start('nowhere', 'a GPU')).rejects.toThrow('runOn: should be a label of workers');
  expect(await database.dataSource.getRepository(Job).count()).toBe(0);
});
