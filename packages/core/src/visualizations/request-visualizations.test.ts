import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { startExperiment } from '../experiments/start-experiment.ts';
import { beginJob } from '../jobs/begin-job.ts';
import { completeJob } from '../jobs/complete-job.ts';
import { failJob } from '../jobs/fail-job.ts';
import { Job } from '../jobs/job.entity.ts';
import { Model } from '../models/model.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { findVisualizations } from './find-visualizations.ts';
import { requestVisualizations, type VisualizationRequest } from './request-visualizations.ts';
import { Visualization } from './visualization.entity.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const request = (asked: Partial<VisualizationRequest>) =>
  requestVisualizations(database.dataSource, queue, {
    modelIds: [family.parent.id, family.children[0]!.id],
    neurons: family.neurons.slice(0, 2),
    preset: 'quick',
    seed: 1,
    ...asked,
  });
const count = () => database.dataSource.getRepository(Visualization).count();

test('pictures that exist are returned as they are, model by model, and nothing is queued', async () => {
  const before = await count();
  const found = await request({});
  expect(found.map(({ modelId, layer, channel, status }) => [modelId, layer, channel, status])).toEqual(
    [family.parent, family.children[0]!].flatMap(({ id }) =>
      family.neurons.slice(0, 2).map(({ layer, channel }) => [id, layer, channel, 'done']),
    ),
  );
  expect(found.every(({ hashes }) => hashes?.average.hex.length === 16)).toBe(true);
  expect([await count(), queue.enqueued]).toEqual([before, []]);
});

test('missing pictures are wished for once, in one job a model', async () => {
  const missing = { seed: 7 };
  const [first, again] = [await request(missing), await request(missing)];
  expect(first.map(({ status }) => status)).toEqual(['queued', 'queued', 'queued', 'queued']);
  expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  expect(queue.enqueued.map(({ name, modelId }) => [name, modelId])).toEqual(
    expect.arrayContaining([
      ['visualize-neurons', family.parent.id],
      ['visualize-neurons', family.children[0]!.id],
    ]),
  );
  expect(queue.enqueued).toHaveLength(2);
});

test('a failed picture is tried again', async () => {
  const asked = { seed: 7, modelIds: [family.parent.id], neurons: family.neurons.slice(0, 1) };
  await request(asked);
  const { id } = queue.enqueued[0]!;
  await beginJob(database.dataSource, id);
  await failJob(database.dataSource, id, new Error('Out of memory.'), { final: true });
  expect(await request(asked)).toMatchObject([{ status: 'queued', error: null }]);
  expect(queue.enqueued).toHaveLength(2);
});

test('for a model that is being trained the job waits for the training', async () => {
  const { id: experimentId } = await startExperiment(database.dataSource, queue, firstExperiment);
  const models = await database.dataSource.getRepository(Model).findBy({ experimentId, name: 'parent' });
  const modelId = models[0]!.id;
  await request({ modelIds: [modelId], seed: 7 });
  const trainingId = queue.enqueued[0]!.id;
  expect(queue.enqueued).toHaveLength(1);
  await beginJob(database.dataSource, trainingId);
  await completeJob(database.dataSource, queue, trainingId);
  const released = queue.enqueued.filter(({ name }) => name === 'visualize-neurons');
  expect(released).toHaveLength(2);
});

test.each<[string, () => Partial<VisualizationRequest>, string, string]>([
  [
    'a channel',
    () => ({ neurons: [{ layer: 'stage2.block0', channel: 99 }] }),
    'BAD_INPUT',
    'Unknown neuron "stage2.block0:99": stage2.block0 has 32 channels (0–31).',
  ],
  [
    'a layer',
    () => ({ neurons: [family.neurons[0]!, { layer: 'stage9', channel: 0 }] }),
    'BAD_INPUT',
    'Unknown neuron "stage9:0": the layers of resnet8 are stage1.block0, stage2.block0, stage3.block0.',
  ],
  [
    'a preset',
    () => ({ preset: 'slow' }),
    'BAD_INPUT',
    'Unknown preset "slow": known here are quick, lucent, paper.',
  ],
  ['a model', () => ({ modelIds: [family.parent.id, 'nobody'] }), 'NOT_FOUND', 'No model "nobody".'],
])('%s that is unknown is refused before anything is stored', async (_, asked, code, message) => {
  const before = [await count(), await database.dataSource.getRepository(Job).count()];
  await expect(request({ seed: 7, ...asked() })).rejects.toMatchObject({ code, message });
  expect([await count(), await database.dataSource.getRepository(Job).count()]).toEqual(before);
});

test('a model that will never be trained has nothing to show', async () => {
  await database.dataSource.getRepository(Model).update({ id: family.parent.id }, { weightsDigest: null });
  await database.dataSource
    .getRepository(Job)
    .update({ modelId: family.parent.id, name: 'train-model' }, { status: 'failed' });
  const before = await count();
  await expect(request({ seed: 7 })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'parent has no weights to look into: its training is failed.',
  });
  expect(await count()).toBe(before);
});

test('without preset and seed the newest picture is found', async () => {
  const [neuron] = family.neurons;
  const key = { modelId: family.parent.id, ...neuron! };
  const [newest] = await request({ modelIds: [key.modelId], neurons: [neuron!], preset: 'lucent', seed: 7 });
  const keys = [key, { ...key, preset: 'quick' }, { ...key, preset: 'paper' }];
  const found = await findVisualizations(database.dataSource, keys);
  expect(found[0]?.id).toBe(newest!.id);
  expect(found.map((picture) => picture?.preset)).toEqual(['lucent', 'quick', undefined]);
});
