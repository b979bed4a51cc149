import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { cancelExperiment } from '../experiments/cancel-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { retryExperiment } from '../experiments/retry-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import {
  createInertQueue,
  createTestDatabase,
  type InertQueue,
  sampleCatalogue,
  type TestDatabase,
} from '../testing/index.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { beginJob } from './begin-job.ts';
import { cancelJob } from './cancel-job.ts';
import { completeJob } from './complete-job.ts';
import { failJob } from './fail-job.ts';
import { Job } from './job.entity.ts';
import { retryJob } from './retry-job.ts';

let database: TestDatabase;
let queue: InertQueue;
let experimentId: string;

/** One parent, one pair of children, one neuron a layer. */
const config = {
  ...firstExperiment,
  ensembles: [{ ...firstExperiment.ensembles[0]!, families: 1 }],
  visualize: { neuronsPerLayer: 1, preset: 'quick', seeds: 1 },
};

beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  await publishCatalogue(database.dataSource, sampleCatalogue);
  experimentId = (await startExperiment(database.dataSource, queue, config)).id;
});
afterEach(() => database.drop());

async function named(label: string): Promise<Job> {
  const [name, model] = label.split(' ');
  return database.dataSource.manager.findOneByOrFail(Job, { name, ...(model && { model: { name: model } }) });
}
const begin = async (label: string) => beginJob(database.dataSource, (await named(label)).id);
const finish = async (label: string) => {
  await begin(label);
  await completeJob(database.dataSource, queue, (await named(label)).id);
};
const cancel = async (label: string) => cancelJob(database.dataSource, queue, (await named(label)).id);
const retry = async (label: string) => retryJob(database.dataSource, queue, (await named(label)).id);
const statuses = (...labels: string[]) =>
  Promise.all(labels.map(async (label) => (await named(label)).status));
const experiment = () => database.dataSource.manager.findOneByOrFail(Experiment, { id: experimentId });
const wishes = async (model: string) => {
  const pictures = await database.dataSource.manager.findBy(Visualization, { model: { name: model } });
  return new Set(pictures.map(({ status, error }) => `${status} ${error}`));
};

const ofChild = ['train-model child-1', 'evaluate-model child-1', 'visualize-neurons child-1'];

test('a job is cancelled with all that waits for it, and nothing else', async () => {
  await finish('train-model parent');
  expect(await cancel('train-model child-1')).toMatchObject({ status: 'cancelled', error: null });
  expect(await statuses(...ofChild, 'evaluate-ensemble')).toEqual(Array(4).fill('cancelled'));
  expect(await statuses('train-model child-2', 'evaluate-model child-2')).toEqual(['queued', 'waiting']);
  expect(await wishes('child-1')).toEqual(new Set(['failed It was cancelled.']));
  expect(await wishes('child-2')).toEqual(new Set(['queued null']));
  expect(await experiment()).toMatchObject({ status: 'cancelled', finishedAt: expect.any(Date) });
  const { id } = await named('train-model child-1');
  expect(await queue.isDelivered(id)).toBe(false);
  expect(await beginJob(database.dataSource, id)).toBeNull();
});

test('what a running job brings after it was cancelled is not stored', async () => {
  const { id } = (await begin('train-model parent'))!;
  await cancel('train-model parent');
  await completeJob(database.dataSource, queue, id, async () => expect.unreachable());
  await failJob(database.dataSource, id, new Error('The process was killed.'), { final: false });
  expect(await named('train-model parent')).toMatchObject({ status: 'cancelled', error: null });
});

test('a cancelled experiment keeps what is done; tried again, it goes on to its end with the rest', async () => {
  await finish('train-model parent');
  await begin('train-model child-1');
  await cancelExperiment(database.dataSource, queue, experimentId);
  const jobs = () => database.dataSource.manager.find(Job);
  expect(new Set((await jobs()).map(({ status }) => status))).toEqual(new Set(['done', 'cancelled']));
  expect(await cancelExperiment(database.dataSource, queue, experimentId)).toMatchObject({
    status: 'cancelled',
  });
  await retryExperiment(database.dataSource, queue, experimentId);
  expect(await experiment()).toMatchObject({ status: 'running', finishedAt: null });
  expect(await statuses('train-model parent', ...ofChild)).toEqual(['done', 'queued', 'waiting', 'waiting']);
  expect(await wishes('child-1')).toEqual(new Set(['queued null']));
  for (let open = await jobs(); open.some(({ status }) => status !== 'done'); open = await jobs())
    for (const { id, status } of open) {
      if (status !== 'queued') continue;
      await beginJob(database.dataSource, id);
      await completeJob(database.dataSource, queue, id);
    }
  expect((await experiment()).status).toBe('done');
});

test('a job that failed is tried again with what it takes down; one that waited brings back what it needs', async () => {
  const { id } = (await begin('train-model parent'))!;
  await failJob(database.dataSource, id, new Error('The disk is full.'), { final: true });
  await retry('train-model child-1');
  expect(await named('train-model parent')).toMatchObject({ status: 'queued', error: null, startedAt: null });
  expect(await statuses(...ofChild, 'train-model child-2')).toEqual([
    'waiting',
    'waiting',
    'waiting',
    'cancelled',
  ]);
  expect((await experiment()).status).toBe('failed');
  await retryExperiment(database.dataSource, queue, experimentId);
  expect([await statuses('train-model child-2'), (await experiment()).status]).toEqual([
    ['waiting'],
    'running',
  ]);
});

test('what has ended is not cancelled, what is done not tried again, and the reason is told', async () => {
  await finish('train-model parent');
  await expect(cancel('train-model parent')).rejects.toThrow(
    'train-model is done: there is nothing left to cancel',
  );
  await expect(retry('train-model parent')).rejects.toThrow(
    'train-model is done: there is nothing to try again',
  );
  const nobody = '00000000-0000-4000-8000-000000000001';
  await expect(cancelJob(database.dataSource, queue, nobody)).rejects.toThrow(`No job has the id ${nobody}`);
  await expect(cancelExperiment(database.dataSource, queue, nobody)).rejects.toThrow(
    'No experiment has the id',
  );
});

test('jobs that end while their experiment is cancelled and tried again wait for each other, without a deadlock', async () => {
  await finish('train-model parent');
  const training = ['train-model child-1', 'train-model child-2'];
  for (let round = 0; round < 5; round++) {
    await Promise.all(training.map(begin));
    await Promise.all([
      ...training.map(async (label) => {
        const { id } = await named(label);
        await completeJob(database.dataSource, queue, id);
      }),
      cancelExperiment(database.dataSource, queue, experimentId),
    ]);
    await retryExperiment(database.dataSource, queue, experimentId);
  }
  expect(await experiment()).toMatchObject({ status: 'running' });
});
