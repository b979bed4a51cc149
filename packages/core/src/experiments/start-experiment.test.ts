import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { openJobQueue } from '../jobs/open-job-queue.ts';
import type { MethodConfig } from '../methods/methods.ts';
import { Model } from '../models/model.entity.ts';
import { createTestDatabase, sampleCatalogue, type TestDatabase } from '../testing/index.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { Experiment } from './experiment.entity.ts';
import { findExperiments } from './find-experiments.ts';
import { firstExperiment } from './first-experiment.ts';
import { queueFirstExperiment } from './queue-first-experiment.ts';
import { startExperiment } from './start-experiment.ts';

let database: TestDatabase;
let queue: JobQueue;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = await openJobQueue(database.url, { supervise: false });
  await publishCatalogue(database.dataSource, sampleCatalogue);
});
afterEach(async () => {
  await queue.stop();
  await database.drop();
});

const count = (entity: typeof Experiment | typeof Model | typeof Job | typeof Visualization) =>
  database.dataSource.getRepository(entity as typeof Experiment).count();
const countAll = () => Promise.all([Experiment, Model, Job, Visualization].map(count));
const start = (input: unknown) => startExperiment(database.dataSource, queue, input);

test('an experiment is stored whole, and only what can run is handed over', async () => {
  const experiment = await start(firstExperiment);
  expect(experiment).toMatchObject({
    name: 'First look at MNIST',
    status: 'queued',
    config: firstExperiment,
  });
  expect(await countAll()).toEqual([1, 7 + 4 * 4, 23, 7 * 9 * 2]);
  const jobs = await database.dataSource.getRepository(Job).find();
  const delivered = await Promise.all(jobs.map(({ id }) => queue.isDelivered(id)));
  expect(jobs.filter((_, i) => delivered[i]).map(({ name }) => name)).toEqual(['train-model']);
  expect(jobs.filter(({ status }) => status === 'queued').map(({ name }) => name)).toEqual(['train-model']);
});

type PruneAndTune = Extract<MethodConfig, { method: 'prune-and-tune' }>;

test.each([
  [
    'an unknown dataset',
    { data: { ...firstExperiment.data, name: 'mnis' } },
    'Unknown dataset "mnis": known here are mnist.',
  ],
  [
    'an unknown architecture',
    { parent: { ...firstExperiment.parent, architecture: 'resnet9' } },
    'Unknown architecture "resnet9": known here are resnet8.',
  ],
  [
    'too many images',
    { data: { ...firstExperiment.data, train: 60_001 } },
    'data.train asks for 60001 images: mnist has 60000 to train.',
  ],
])('%s is refused, and nothing is left behind', async (_, change, message) => {
  await expect(start({ ...firstExperiment, ...change })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message,
  });
  expect(await countAll()).toEqual([0, 0, 0, 0]);
});

test('Monte Carlo dropout is refused where the architecture has no dropout, with those that have', async () => {
  const [resnet] = sampleCatalogue.architectures;
  const architectures = [{ ...resnet!, name: 'convnet', hasDropout: false }];
  await publishCatalogue(database.dataSource, { architectures, datasets: [] });
  const ensembles = [{ method: 'dropout', members: 4, rate: 0.1, epochs: 1 }];
  const parent = { ...firstExperiment.parent, architecture: 'convnet' };
  await expect(start({ ...firstExperiment, parent, ensembles })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'Monte Carlo dropout was asked for, and convnet has no dropout: resnet8 would do.',
  });
  expect(await countAll()).toEqual([0, 0, 0, 0]);
});

test.each([
  [
    'pictures',
    { smallestSide: 64 },
    'squeezenet1_0 wants pictures of 64×64 or more: those of mnist are 28×28.',
  ],
  ['classes', { classes: 1000 }, 'squeezenet1_0 tells 1000 classes apart, no other number: mnist has 10.'],
])('an architecture that can do nothing with the %s is refused', async (_, limits, message) => {
  const [resnet] = sampleCatalogue.architectures;
  const architectures = [{ ...resnet!, name: 'squeezenet1_0', ...limits }];
  await publishCatalogue(database.dataSource, { architectures, datasets: [] });
  const parent = { ...firstExperiment.parent, architecture: 'squeezenet1_0' };
  await expect(start({ ...firstExperiment, parent })).rejects.toMatchObject({ code: 'BAD_INPUT', message });
  expect(await countAll()).toEqual([0, 0, 0, 0]);
});

test('training images may be none where nothing is trained, as of test images alone', async () => {
  await database.dataSource.query("update dataset set train_images = 0 where name = 'mnist'");
  const data = { ...firstExperiment.data, train: 0 };
  const parent = { ...firstExperiment.parent, weights: 'mine.safetensors', epochs: 0 };
  await expect(start({ ...firstExperiment, data, parent })).rejects.toThrow(
    /data\.train: must be 1 or more where something is trained \(got 0\)/,
  );
  await start({ ...firstExperiment, data, parent, ensembles: [] });
});

test('each corruption may be asked for once, at severities from 1 to 5', async () => {
  const evaluate = (...corruptions: object[]) => ({
    ...firstExperiment,
    evaluate: { ...firstExperiment.evaluate, corruptions },
  });
  const contrast = { kind: 'contrast', severities: [1, 5] };
  await start(evaluate(contrast, { kind: 'shot-noise', severities: [3] }));
  const weights = await database.dataSource.query(
    `select distinct name, weight from job where name like 'evaluate-%' order by name`,
  );
  expect(weights).toEqual([
    { name: 'evaluate-ensemble', weight: 4 },
    { name: 'evaluate-model', weight: 4 * firstExperiment.data.test },
  ]);
  await expect(start(evaluate(contrast, contrast))).rejects.toThrow(/corruptions: each kind may be asked/);
  const wrong = evaluate({ kind: 'fog', severities: [6, 6] }, { kind: 'contrast', severities: [] });
  await expect(start(wrong)).rejects.toThrow(
    /corruptions\.0\.kind: .*\(got "fog"\)\n- evaluate\.corruptions\.0\.severities\.0: .*\n.*\n.*\n- evaluate\.corruptions\.1\.severities: /,
  );
});

test('one refusal lists all that is wrong: where, what came, what was wanted', async () => {
  const input = {
    ...firstExperiment,
    seed: -1,
    parent: { ...firstExperiment.parent, epochs: '2' },
    ensembles: [...firstExperiment.ensembles, firstExperiment.ensembles[1]],
    visualize: { neuronsPerLayer: 3, preset: 'slow', seeds: 2 },
    colour: 'red',
  };
  const [children] = firstExperiment.ensembles as [PruneAndTune];
  const thirds = { ...children, pruning: { ...children.pruning, children: 3 } };
  await expect(start({ ...firstExperiment, ensembles: [thirds] })).rejects.toThrow(
    /ensembles\.0\.pruning\.sparsity: each of k anti-random children keeps 1\/k.* \(got 0\.5\)/,
  );
  const error = await start(input).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ code: 'BAD_INPUT' });
  const { message } = error as Error;
  expect(message).toMatch(/seed: .*>=0.* \(got -1\)/);
  expect(message).toMatch(/parent\.epochs: .*number.* \(got "2"\)/);
  expect(message).toMatch(/ensembles: each method may be asked for once/);
  expect(message).toMatch(/visualize\.preset: .*"quick".* \(got "slow"\)/);
  expect(message).toMatch(/"colour"/);
});

test('the seeds of pictures that follow the experiment’s have to be seeds too', async () => {
  const seed = 2 ** 31 - 2;
  const start3 = start({ ...firstExperiment, seed, visualize: { ...firstExperiment.visualize, seeds: 3 } });
  await expect(start3).rejects.toThrow(/visualize\.seeds: .*2147483647/);
  const { config } = await start({ ...firstExperiment, seed });
  expect(config.visualize.seeds).toBe(2);
});

test('before the first worker has started, that is what is said', async () => {
  await database.dataSource.query('delete from architecture; delete from dataset');
  await expect(start(firstExperiment)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('No worker has started here yet'),
  });
});

test('the first experiment is queued once, even by two processes at a time', async () => {
  const tries = await Promise.all([1, 2].map(() => queueFirstExperiment(database.dataSource, queue)));
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await queueFirstExperiment(database.dataSource, queue)).toBeNull();
  expect(await count(Experiment)).toBe(1);
});

test('pages of experiments are the newest first, without gaps or repeats', async () => {
  const names = ['first', 'second', 'third', 'fourth', 'fifth'];
  for (const name of names) await start({ ...firstExperiment, name });
  // One instant for three of them: then the id decides.
  await database.dataSource.query(
    `update experiment set created_at = '2026-01-01T00:00:00.123456Z' where name in ('first', 'second', 'third')`,
  );
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await findExperiments(database.dataSource, { first: 2, after });
    expect(page.totalCount).toBe(5);
    seen.push(...page.experiments.map(({ name }) => name));
    after = page.experiments.at(-1)?.id;
    more = page.hasNextPage;
  }
  expect(seen.slice(0, 2)).toEqual(['fifth', 'fourth']);
  expect(seen.toSorted()).toEqual(names.toSorted());
  await expect(findExperiments(database.dataSource, { first: 2, after: 'yesterday' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
