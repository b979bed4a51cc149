import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import {
  createInertQueue,
  createTestDatabase,
  sampleCatalogue,
  type TestDatabase,
} from '../testing/index.ts';
import { requestVisualizations } from '../visualizations/request-visualizations.ts';
import { beginJob } from './begin-job.ts';
import { completeJob } from './complete-job.ts';
import { Job } from './job.entity.ts';
import { reportProgress } from './report-progress.ts';
import { summarizeJobs } from './summarize-jobs.ts';
import { secondsLeft } from './work-left.ts';

let database: TestDatabase;
let experimentId: string;
const queue = createInertQueue();

const config: ExperimentConfig = {
  ...firstExperiment,
  data: { name: 'mnist', train: 12_000, test: 10_000, augmentation: 'none' },
  parent: { ...firstExperiment.parent, epochs: 2 },
  ensembles: [{ method: 'snapshot', members: 1, epochs: 0.5, learningRate: 0.1 }],
  visualize: { neuronsPerLayer: 3, preset: 'quick', seeds: 1 },
};
const parentWork = 2 * 6 * 2 * 12_000;
/** The snapshot's half epoch, two tests, nine pictures a model, and the ensemble's arithmetic. */
const work = parentWork + 6 * 6_000 + 2 * 10_000 + 2 * 9 * 700 + 1;

beforeAll(async () => {
  database = await createTestDatabase();
  await publishCatalogue(database.dataSource, sampleCatalogue);
  ({ id: experimentId } = await startExperiment(database.dataSource, queue, config));
});
afterAll(() => database.drop());

const jobsNamed = (name: string) =>
  database.dataSource.manager.find(Job, { where: { experimentId, name }, relations: { model: true } });
const share = async () => (await summarizeJobs(database.dataSource, [experimentId]))[0]!.share;

test('training outweighs the evaluation and the pictures, and a running job counts by its own progress', async () => {
  const training = (await jobsNamed('train-model')).find(({ model }) => model!.kind === 'parent');
  expect(training!.weight).toBe(parentWork);
  expect(await share()).toBe(0);
  await beginJob(database.dataSource, training!.id);
  expect(await share()).toBe(0);
  await reportProgress(database.dataSource, training!.id, { done: 250, total: 1000, unit: 'images' });
  expect(await share()).toBeCloseTo((0.25 * parentWork) / work);
  await completeJob(database.dataSource, queue, training!.id);
  expect(await share()).toBeCloseTo(parentWork / work);
});

test('pictures asked for later weigh by their preset', async () => {
  const { models } = await database.dataSource.manager.findOneOrFail(Experiment, {
    where: { id: experimentId },
    relations: { models: true },
  });
  const parent = models.find(({ kind }) => kind === 'parent')!;
  const neurons = [1, 2].map((channel) => ({ layer: 'stage1.block0', channel }));
  await requestVisualizations(database.dataSource, queue, {
    modelIds: [models.find(({ kind }) => kind === 'snapshot')!.id],
    neurons,
    preset: 'paper',
    seed: 5,
  });
  const jobs = await jobsNamed('visualize-neurons');
  expect(jobs.find(({ model }) => model!.id === parent.id)!.weight).toBe(9 * 700);
  expect(jobs.map(({ weight }) => weight)).toContain(2 * 40_000);
});

test('the time left follows from the time it took so far', () => {
  const start = new Date('2026-01-01T00:00:00Z');
  const after = (seconds: number) => new Date(start.getTime() + 1000 * seconds);
  expect(secondsLeft(start, 0.25, after(60))).toBe(180);
  expect(secondsLeft(start, 1, after(60))).toBe(0);
  expect(secondsLeft(start, 0.019, after(60))).toBeNull();
  expect(secondsLeft(start, 0.5, after(-5))).toBe(0);
});
