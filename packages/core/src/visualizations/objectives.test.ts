import { In } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Architecture } from '../architectures/architecture.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
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
import { neuronDistances } from './neuron-distances.ts';
import { type Objective, parseObjective, plainObjective } from './objective.ts';
import { requestVisualizations, type VisualizationRequest } from './request-visualizations.ts';
import { Visualization } from './visualization.entity.ts';
import { VisualizationStep } from './visualization-step.entity.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
/** Each test has its own. */
let seed = 100;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
beforeEach(() => {
  queue = createInertQueue();
  seed++;
});
afterAll(() => database.drop());

const neuron = { layer: 'stage1.block0', channel: 3 };
const request = (asked: Partial<VisualizationRequest>) =>
  requestVisualizations(database.dataSource, queue, {
    modelIds: [family.parent.id],
    neurons: [neuron],
    preset: 'quick',
    seed,
    ...asked,
  });
const count = () => database.dataSource.getRepository(Visualization).count();
const payloads = async () => {
  const jobs = await database.dataSource.manager.findBy(Job, { id: In(queue.enqueued.map(({ id }) => id)) });
  return jobs.map(({ payload }) => payload);
};

test('an objective is a picture of its own, asked for once, however it is written', async () => {
  const pair: Objective = {
    sign: 'maximise',
    with: [
      { neuron: 'stage2.block0:7', weight: 1 },
      { neuron: 'stage1.block0:5', weight: -0.5, at: { x: 2 } },
    ],
  };
  const [[plain], [first]] = [await request({}), await request({ objective: pair })];
  const turned = { with: pair.with!.toReversed(), sign: pair.sign };
  const [again] = await request({ objective: turned });
  expect([plain!.objective, first!.objective.with?.length]).toEqual([plainObjective, 2]);
  expect(first!.id).not.toBe(plain!.id);
  expect(again!.id).toBe(first!.id);
  expect(await payloads()).toHaveLength(2);
});

test('without an objective the plain picture is found', async () => {
  const [plain] = await request({});
  const [lowered] = await request({ objective: { sign: 'minimise' } });
  const key = { modelId: family.parent.id, ...neuron };
  const found = await findVisualizations(database.dataSource, [
    key,
    { ...key, objective: lowered!.objective },
  ]);
  expect(found.map((picture) => picture?.id)).toEqual([plain!.id, lowered!.id]);
});

test('pictures of other objectives have no part in the distances between models', async () => {
  const recipe = { preset: 'quick', seed: 1 };
  const pair = [family.children[0]!, family.children[1]!] as const;
  const before = await neuronDistances(database.dataSource, [pair], recipe);
  await database.dataSource.query(
    `insert into visualization (model_id, layer, channel, preset, seed, objective, status, image_digest, activation)
     select model_id, layer, channel, preset, seed, '{"sign": "minimise"}', status, image_digest, activation
     from visualization where seed = 1`,
  );
  expect(before.length).toBeGreaterThan(0);
  expect(await neuronDistances(database.dataSource, [pair], recipe)).toEqual(before);
});

test('pictures that are to differ are asked for together', async () => {
  const diversity = { index: 2, of: 3, weight: 100 };
  const group = await request({ objective: { sign: 'maximise', diversity } });
  expect(group.map(({ objective }) => objective.diversity?.index)).toEqual([0, 1, 2]);
  expect(await payloads()).toEqual([
    {
      modelId: family.parent.id,
      visualizationIds: expect.arrayContaining(group.map(({ id }) => id)),
      steps: [],
    },
  ]);
});

test('a picture that is there is queued again for a step that it lacks, and stays as it is meanwhile', async () => {
  const there = { neurons: family.neurons.slice(0, 1), seed: 1 };
  const [done] = await request({ ...there, steps: [16, 1, 16] });
  expect(done).toMatchObject({ status: 'done' });
  expect(await payloads()).toEqual([
    { modelId: family.parent.id, visualizationIds: [done!.id], steps: [1, 16] },
  ]);
  await request({ ...there, steps: [1, 16] });
  expect(queue.enqueued).toHaveLength(1);
  const kept = { visualizationId: done!.id, imageDigest: done!.imageDigest!, activation: 1 };
  await database.dataSource.manager.insert(
    VisualizationStep,
    [1, 16].map((step) => ({ ...kept, step })),
  );
  await request({ ...there, steps: [16] });
  expect(queue.enqueued).toHaveLength(1);
});

/** A child of a family of another architecture. */
async function stranger(changes: Partial<Model> = {}): Promise<string> {
  const { dataSource } = database;
  const { id: experimentId } = await dataSource.manager.save(
    dataSource.manager.create(Experiment, {
      name: 'Other',
      status: 'done',
      config: family.experiment.config,
    }),
  );
  const { id: _, ...parent } = family.parent;
  return (
    await dataSource.manager.save(dataSource.manager.create(Model, { ...parent, experimentId, ...changes }))
  ).id;
}
const contrast = (modelId: string): Partial<VisualizationRequest> => ({
  objective: { sign: 'maximise', contrast: { modelId, kind: 'difference' } },
});

test('a contrast with a trained model of another experiment is asked for', async () => {
  expect(await request(contrast(await stranger()))).toMatchObject([{ status: 'queued' }]);
});

test.each<
  [string, () => Promise<Partial<VisualizationRequest>> | Partial<VisualizationRequest>, string, string]
>([
  [
    'with a neuron that is unknown',
    () => ({ objective: { sign: 'maximise', with: [{ neuron: 'stage2.block0:99', weight: 1 }] } }),
    'BAD_INPUT',
    'Unknown neuron "stage2.block0:99"',
  ],
  [
    'with weights that ask for nothing',
    () => ({ objective: { sign: 'maximise', with: [{ neuron: 'stage2.block0:9', weight: 0 }] } }),
    'BAD_INPUT',
    'with.0.weight: a weight of 0 asks for nothing (got 0)',
  ],
  [
    'of a group of one',
    () => ({ objective: { sign: 'maximise', diversity: { index: 0, of: 1, weight: 1 } } }),
    'BAD_INPUT',
    'diversity.of',
  ],
  [
    'after a step that the preset doesn’t have',
    () => ({ steps: [1, 65] }),
    'BAD_INPUT',
    '1: wanted a step of quick, 1–64 (got 65)',
  ],
  ['against itself', () => contrast(family.parent.id), 'BAD_INPUT', 'parent can’t be contrasted with itself'],
  [
    'against nobody',
    () => contrast('01234567-89ab-4def-8123-456789abcdef'),
    'NOT_FOUND',
    'No model "01234567',
  ],
  [
    'against a model of another architecture',
    async () => {
      const { manager } = database.dataSource;
      const resnet8 = await manager.findOneByOrFail(Architecture, { name: 'resnet8' });
      await manager.insert(Architecture, { ...resnet8, name: 'other' });
      return contrast(await stranger({ architecture: 'other' }));
    },
    'BAD_INPUT',
    'parent is a resnet8 and parent a other: only models of one architecture can be contrasted.',
  ],
  [
    'against a model that isn’t trained',
    async () => contrast(await stranger({ weightsDigest: null })),
    'CONFLICT',
    'parent has no weights to contrast with: ask again when it is trained.',
  ],
])('a picture %s is refused before anything is stored', async (_, asked, code, message) => {
  const values = await asked();
  const before = [await count(), await database.dataSource.getRepository(Job).count()];
  await expect(request(values)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  expect([await count(), await database.dataSource.getRepository(Job).count()]).toEqual(before);
});

test('an objective is written in one way', () => {
  const contrast = { modelId: '01234567-89AB-4DEF-8123-456789ABCDEF', kind: 'sum' as const };
  expect(parseObjective({ contrast, sign: 'minimise', at: {} })).toEqual({
    sign: 'minimise',
    at: {},
    contrast: { modelId: '01234567-89ab-4def-8123-456789abcdef', kind: 'sum' },
  });
  expect(() => parseObjective({ sign: 'raise', at: { x: -1 } })).toThrow(
    /This objective cannot be rendered:\n- sign: .*\n- at.x: /,
  );
});
