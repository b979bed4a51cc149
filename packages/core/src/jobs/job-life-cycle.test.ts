import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import { Model } from '../models/model.entity.ts';
import { requestExport } from '../models/request-export.ts';
import {
  createInertQueue,
  createTestDatabase,
  type InertQueue,
  sampleCatalogue,
  type TestDatabase,
} from '../testing/index.ts';
import { insertArtifact } from '../testing/insert-artifact.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { beginJob } from './begin-job.ts';
import { completeJob } from './complete-job.ts';
import { countReadyJobs } from './count-ready-jobs.ts';
import { failJob } from './fail-job.ts';
import { Job } from './job.entity.ts';
import { reportProgress } from './report-progress.ts';
import { resumeJobs } from './resume-jobs.ts';
import { summarizeJobs } from './summarize-jobs.ts';

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

const jobs = () => database.dataSource.getRepository(Job).find();
const experiment = () => database.dataSource.getRepository(Experiment).findOneByOrFail({ id: experimentId });

/** `train-model parent`, `evaluate-ensemble` … */
async function named(label: string): Promise<Job> {
  const [name, model] = label.split(' ');
  return database.dataSource
    .getRepository(Job)
    .findOneByOrFail({ experimentId, name, ...(model ? { model: { name: model } } : {}) });
}

async function finish(label: string): Promise<void> {
  const { id } = await named(label);
  await beginJob(database.dataSource, id);
  await completeJob(database.dataSource, queue, id);
}

/** Every job that is ready, and what becomes ready by it. */
async function finishAll(before: () => Promise<void> = async () => {}): Promise<void> {
  for (let open = await jobs(); open.some(({ status }) => status === 'queued'); open = await jobs()) {
    for (const { id, status } of open) {
      if (status !== 'queued') continue;
      await before();
      await beginJob(database.dataSource, id);
      await completeJob(database.dataSource, queue, id);
    }
  }
}

const enqueuedNames = () => queue.enqueued.map(({ name }) => name).sort();

test('jobs are ready when nothing that they wait for is left, and until they end', async () => {
  const counts = [await countReadyJobs(database.dataSource)];
  await beginJob(database.dataSource, (await named('train-model parent')).id);
  counts.push(await countReadyJobs(database.dataSource));
  await finish('train-model parent');
  counts.push(await countReadyJobs(database.dataSource));
  const queued = (await jobs()).filter(({ status }) => status === 'queued');
  expect(counts).toEqual([1, 1, queued.length]);
  expect(queued.length).toBeGreaterThan(1);
});

test('a job that begins starts its experiment, and tells how far it has come', async () => {
  const { id } = await named('train-model parent');
  expect(await beginJob(database.dataSource, id)).toMatchObject({ id, status: 'running' });
  expect(await experiment()).toMatchObject({ status: 'running', startedAt: expect.any(Date) });
  await reportProgress(database.dataSource, id, { done: 3, total: 9, unit: 'steps' });
  expect(await named('train-model parent')).toMatchObject({
    progressDone: 3,
    progressTotal: 9,
    progressUnit: 'steps',
  });
});

test('a job whose worker died begins again; one that is done does not', async () => {
  const { id } = await named('train-model parent');
  await beginJob(database.dataSource, id);
  await reportProgress(database.dataSource, id, { done: 3, total: 9, unit: 'steps' });
  expect(await beginJob(database.dataSource, id)).toMatchObject({ status: 'running', progressDone: 0 });
  await completeJob(database.dataSource, queue, id);
  expect(await beginJob(database.dataSource, id)).toBeNull();
});

test('a finished training releases its children, its evaluation and its pictures', async () => {
  await finish('train-model parent');
  expect(enqueuedNames()).toEqual([
    'evaluate-model',
    'train-model',
    'train-model',
    'train-model',
    'visualize-neurons',
  ]);
});

test('an ensemble is measured once all its members are, even if they finish at the same moment', async () => {
  await finish('train-model parent');
  await finish('train-model child-1');
  await finish('train-model child-2');
  expect((await named('evaluate-ensemble')).status).toBe('waiting');
  await Promise.all([finish('evaluate-model child-1'), finish('evaluate-model child-2')]);
  expect((await named('evaluate-ensemble')).status).toBe('queued');
  expect(queue.enqueued.filter(({ name }) => name === 'evaluate-ensemble')).toHaveLength(1);
});

test('the experiment is done with its last job', async () => {
  await finishAll(async () => expect((await experiment()).status).not.toBe('done'));
  expect(await experiment()).toMatchObject({ status: 'done', finishedAt: expect.any(Date) });
});

test('what is asked for beside the plan neither fails the experiment nor keeps it from its end', async () => {
  await finish('train-model parent');
  const { manager } = database.dataSource;
  const { id } = await manager.findOneByOrFail(Model, { experimentId, name: 'parent' });
  await manager.update(Model, id, { weightsDigest: await insertArtifact(manager, 'weights') });
  await requestExport(database.dataSource, queue, id);
  const asked = await named('export-network parent');
  await beginJob(database.dataSource, asked.id);
  await failJob(database.dataSource, asked.id, new Error('The disk is full.'), { final: true });
  expect((await experiment()).status).toBe('running');
  await finishAll();
  expect((await experiment()).status).toBe('done');
  expect(await summarizeJobs(database.dataSource, [experimentId])).toMatchObject([{ error: null }]);
});

test('results are stored with the end of the job or not at all', async () => {
  const { id, modelId } = await named('train-model parent');
  await beginJob(database.dataSource, id);
  const store = (training: object) =>
    completeJob(database.dataSource, queue, id, async (transaction) => {
      await transaction.update(Model, { id: modelId! }, { training });
      if ('broken' in training) throw new Error('The disk is full.');
    });
  await expect(store({ broken: true })).rejects.toThrow('The disk is full.');
  const model = () => database.dataSource.getRepository(Model).findOneByOrFail({ id: modelId! });
  expect([(await named('train-model parent')).status, (await model()).training]).toEqual(['running', null]);
  await store({ epochs: 2 });
  await store({ epochs: 3 });
  expect((await model()).training).toEqual({ epochs: 2 });
});

test('a failure that is not final puts the job back', async () => {
  const { id } = await named('train-model parent');
  await beginJob(database.dataSource, id);
  await failJob(database.dataSource, id, new Error('A hiccup.'), { final: false });
  expect(await named('train-model parent')).toMatchObject({ status: 'queued', error: null });
  expect((await experiment()).status).toBe('running');
});

test('a final failure says why, and takes down what waited for it and nothing else', async () => {
  await finish('train-model parent');
  const { id } = await named('train-model child-1');
  await beginJob(database.dataSource, id);
  await failJob(database.dataSource, id, new Error('The loss is not a number.'), { final: true });

  expect(await named('train-model child-1')).toMatchObject({
    status: 'failed',
    error: 'The loss is not a number.',
  });
  const statuses = async (...labels: string[]) =>
    Promise.all(labels.map(async (label) => (await named(label)).status));
  expect(await statuses('evaluate-model child-1', 'visualize-neurons child-1', 'evaluate-ensemble')).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
  expect(await statuses('train-model child-2', 'evaluate-model child-2')).toEqual(['queued', 'waiting']);
  expect(await experiment()).toMatchObject({ status: 'failed', finishedAt: expect.any(Date) });

  const pictures = await database.dataSource
    .getRepository(Visualization)
    .find({ relations: { model: true } });
  const failed = pictures.filter(({ status }) => status === 'failed');
  expect(new Set(failed.map(({ model, error }) => `${model.name}: ${error}`))).toEqual(
    new Set(['child-1: The loss is not a number.']),
  );
  expect(failed).toHaveLength(3);
  expect(pictures).toHaveLength(9);

  await finish('train-model child-2');
  expect((await experiment()).status).toBe('failed');
});

test('what the queue lost is handed over again', async () => {
  await finish('train-model parent');
  const { id } = await named('train-model child-1');
  await beginJob(database.dataSource, id);
  expect(await resumeJobs(database.dataSource, queue)).toBe(0);
  const restored = createInertQueue();
  expect(await resumeJobs(database.dataSource, restored)).toBe(4);
  expect((await named('train-model child-1')).status).toBe('queued');
  expect(restored.enqueued).toHaveLength(4);
});
