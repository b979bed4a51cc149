import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { DomainError } from '../errors/domain-error.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import { createTestDatabase, sampleCatalogue, type TestDatabase } from '../testing/index.ts';
import { catalogueLabels } from '../workers/labels.ts';
import { beginJob } from './begin-job.ts';
import { cancelJob } from './cancel-job.ts';
import { completeJob } from './complete-job.ts';
import { failJob } from './fail-job.ts';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { openJobQueue } from './open-job-queue.ts';
import { retryJob } from './retry-job.ts';

const labels = catalogueLabels(sampleCatalogue);
let database: TestDatabase;
let queues: JobQueue[];
let open: () => Promise<JobQueue>;

const config = {
  ...firstExperiment,
  ensembles: [],
  visualize: { neuronsPerLayer: 1, preset: 'quick', seeds: 1 },
};

beforeEach(async () => {
  database = await createTestDatabase();
  queues = [];
  open = async () => {
    const queue = await openJobQueue(database.url);
    queues.push(queue);
    return queue;
  };
  await publishCatalogue(database.dataSource, sampleCatalogue);
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.stop()));
  await database.drop();
});

const failed = (id: string, error: unknown, outcome: { final: boolean }) =>
  failJob(database.dataSource, id, error, outcome);
const statuses = async () => {
  const jobs = await database.dataSource.getRepository(Job).find();
  return Object.fromEntries(jobs.map(({ name, status }) => [name, status]));
};

test('a worker does all jobs of an experiment: training, then evaluation, then pictures', async () => {
  const queue = await open();
  await startExperiment(database.dataSource, queue, config);
  const order: string[] = [];
  const run = async (id: string) => {
    const job = await beginJob(database.dataSource, id);
    order.push(job!.name);
    await completeJob(database.dataSource, queue, id);
  };
  await queue.work({ concurrency: 1, labels, run, failed });
  await vi.waitFor(
    async () => expect(new Set(Object.values(await statuses()))).toEqual(new Set(['done'])),
    8_000,
  );
  expect(order).toEqual(['train-model', 'evaluate-model', 'visualize-neurons']);
});

test('a refusal is final at once; another failure is tried three times', async () => {
  const queue = await open();
  const attempts: Record<string, number> = {};
  const run = async (id: string) => {
    const job = await beginJob(database.dataSource, id);
    attempts[job!.name] = (attempts[job!.name] ?? 0) + 1;
    if (job!.name === 'evaluate-model') throw new DomainError('BAD_INPUT', 'No such images.');
    if (job!.name === 'visualize-neurons') throw new Error('A hiccup.');
    await completeJob(database.dataSource, queue, id);
  };
  await startExperiment(database.dataSource, queue, config);
  await queue.work({ concurrency: 2, labels, run, failed });
  await vi.waitFor(
    async () =>
      expect(await statuses()).toEqual({
        'train-model': 'done',
        'evaluate-model': 'failed',
        'visualize-neurons': 'failed',
      }),
    20_000,
  );
  expect(attempts).toEqual({ 'train-model': 1, 'evaluate-model': 1, 'visualize-neurons': 3 });
});

test('passing trouble uses up no attempt: the job has its next one after a pause', async () => {
  const queue = await open();
  await startExperiment(database.dataSource, queue, config);
  await database.dataSource.query('update pgboss.job set retry_count = retry_limit');
  const times: number[] = [];
  const run = async (id: string) => {
    await beginJob(database.dataSource, id);
    times.push(performance.now());
    if (times.length === 1) await writeFile('/dev/full', 'weights');
    await completeJob(database.dataSource, queue, id);
  };
  await queue.work({ concurrency: 1, labels, run, failed });
  await vi.waitFor(async () => expect((await statuses())['train-model']).toBe('done'), 8_000);
  expect(times[1]! - times[0]!).toBeGreaterThan(900);
});

test('a worker that stops gives its job back at once, as often as it likes', async () => {
  await startExperiment(database.dataSource, await open(), config);
  for (let stop = 0; stop < 4; stop++) {
    const queue = await open();
    const began = new Promise<void>((resolve) => {
      const run = async (id: string, signal: AbortSignal) => {
        await beginJob(database.dataSource, id);
        resolve();
        await sleep(60_000, undefined, { signal });
      };
      void queue.work({ concurrency: 1, labels, run, failed });
    });
    await began;
    await queue.stop();
    expect((await statuses())['train-model']).toBe('queued');
  }
});

test('a running job that is cancelled hears of it at once, and runs once more when it is tried again', async () => {
  const [queue, graph] = [await open(), await open()];
  await startExperiment(database.dataSource, graph, config);
  const { id } = await database.dataSource.manager.findOneByOrFail(Job, { name: 'train-model' });
  const heard: number[] = [];
  let runs = 0;
  const run = async (jobId: string, signal: AbortSignal) => {
    runs += 1;
    await beginJob(database.dataSource, jobId);
    await sleep(60_000, undefined, { signal }).catch((error) => {
      heard.push(performance.now());
      throw error;
    });
  };
  await queue.work({ concurrency: 2, labels, run, failed });
  for (const round of [1, 2]) {
    await vi.waitFor(async () => expect((await statuses())['train-model']).toBe('running'), 8_000);
    const cancelledAt = performance.now();
    await cancelJob(database.dataSource, graph, id);
    await vi.waitFor(() => expect(heard).toHaveLength(round), 3_000);
    expect(heard.at(-1)! - cancelledAt).toBeLessThan(3_000);
    expect((await statuses())['train-model']).toBe('cancelled');
    if (round === 1) await retryJob(database.dataSource, graph, id);
  }
  expect([runs, await queue.isDelivered(id)]).toEqual([2, false]);
});

test('a transaction that fails delivers nothing', async () => {
  const queue = await open();
  const id = '00000000-0000-4000-8000-000000000001';
  const doomed = database.dataSource.transaction(async (transaction) => {
    await queue.enqueue(transaction, [{ id, name: 'train-model', modelId: null }]);
    throw new Error('Never mind.');
  });
  await expect(doomed).rejects.toThrow('Never mind.');
  expect(await queue.isDelivered(id)).toBe(false);
});
