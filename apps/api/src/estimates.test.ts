import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

/** By the sample training: 1.5e12 operations in 375 steps of 64 images, three passes each. */
const operationsAPass = 1.5e12 / (3 * 375 * 64);

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  // A millisecond for each pass of an image that a job weighs; the one that was taken over took no time.
  await api.db.query(`update job set finished_at = started_at + weight * interval '1 ms'`);
  await api.db.query(
    `update job set finished_at = started_at where name = 'visualize-neurons' and model_id = $1`,
    [family.parent.id],
  );
});
afterAll(() => api.close());

const estimate = (of: object) =>
  api.ask(
    `query ($of: EstimateInput!) { estimate(of: $of) { jobs images floatingPointOperations seconds missing } }`,
    { of },
  );

const pictures = (changes: object = {}) => ({
  visualizations: {
    models: family.children.map(({ id }) => id),
    neurons: ['stage1.block0:0', 'stage2.block0:9'],
    preset: 'quick',
    seed: 77,
    ...changes,
  },
});

test('pictures cost what the newest finished ones did, and asking costs nothing', async () => {
  const before = await countRows(api.db);
  const { data, errors } = await estimate(pictures());
  expect(errors).toEqual([]);
  const { floatingPointOperations, seconds, ...counts } = data.estimate;
  expect(counts).toEqual({ jobs: 4, images: 4 * 2 * 700, missing: [] });
  expect(seconds).toBeCloseTo((4 * 2 * 700) / 1000, 6);
  expect(floatingPointOperations / (4 * 2 * 700 * operationsAPass)).toBeCloseTo(1, 9);
  expect(await countRows(api.db)).toEqual(before);
});

test('what is there already, or under way, costs nothing', async () => {
  const neurons = family.neurons.map(({ layer, channel }) => `${layer}:${channel}`);
  const nothing = { jobs: 0, images: 0, floatingPointOperations: 0, seconds: 0, missing: [] };
  expect((await estimate(pictures({ neurons, seed: 1 }))).data.estimate).toEqual(nothing);
  const { visualizations } = pictures({ seed: 78 });
  await api.ask(
    'mutation ($input: RequestVisualizationsInput!) { requestVisualizations(input: $input) { visualizations { id } } }',
    { input: visualizations },
  );
  expect((await estimate({ visualizations })).data.estimate).toEqual(nothing);
});

test('an experiment costs the sum of its jobs, and three passes an image that is trained on', async () => {
  const { data } = await api.ask('query ($id: ID!) { experiment(id: $id) { configuration } }', {
    id: family.experiment.id,
  });
  const { configuration } = data.experiment;
  const experiment = {
    ...configuration,
    parent: { ...configuration.parent, epochs: 1 },
    ensembles: [],
    visualize: { ...configuration.visualize, neuronsPerLayer: 0 },
  };
  const asked = (await estimate({ experiment })).data.estimate;
  expect(asked).toMatchObject({ jobs: 2, images: 3 * 16_000 + 10_000, missing: [] });
  expect(asked.seconds).toBeCloseTo((6 * 16_000 + 10_000) / 1000, 6);
});

test('what nobody has measured here has no seconds, and says so', async () => {
  const model = family.parent.id;
  const saliency = await estimate({ saliency: { models: [model], images: [0, 1], method: 'gradient' } });
  expect(saliency.data.estimate).toEqual({
    jobs: 1,
    images: 12,
    floatingPointOperations: expect.closeTo(12 * operationsAPass, -1),
    seconds: null,
    missing: ['seconds: no job map-saliency of resnet8 on mnist has finished here yet.'],
  });
  const grid = await estimate({ grid: { models: [model], image: 0, layer: 'stage1.block0' } });
  expect(grid.data.estimate).toMatchObject({ jobs: 1, images: 10_000, seconds: null });
  const other = family.children[0]!.id;
  const matches = await estimate({ matches: { model, other, layers: ['stage1.block0'], images: 100 } });
  expect(matches.data.estimate).toMatchObject({ jobs: 1, images: 200, seconds: null });
});

test('what reads stored predictions or weights takes time, and sends no image through a network', async () => {
  const evaluation = { models: [family.parent, ...family.children].map(({ id }) => id) };
  const costs = { jobs: 1, images: 0, floatingPointOperations: 0 };
  const before = await countRows(api.db);
  expect((await estimate({ evaluation })).data.estimate).toEqual({ ...costs, seconds: 0.001, missing: [] });
  expect((await estimate({ onnx: family.parent.id })).data.estimate).toEqual({
    ...costs,
    seconds: null,
    missing: ['seconds: no job export-network of resnet8 on mnist has finished here yet.'],
  });
  expect(await countRows(api.db)).toEqual(before);
  await api.db.query('update model set onnx_digest = weights_digest where id = $1', [family.parent.id]);
  expect((await estimate({ onnx: family.parent.id })).data.estimate).toMatchObject({ jobs: 0, seconds: 0 });
});

test('without a counted training there are no operations', async () => {
  const counted = (sql: string) => api.db.query(`update model set training = training ${sql}`);
  await counted(`- 'flops'`);
  const { data } = await estimate(pictures());
  await counted(`|| '{"flops": 1.5e12}'`);
  expect(data.estimate).toMatchObject({
    floatingPointOperations: null,
    missing: ['floatingPointOperations: no training of resnet8 on mnist was counted here yet.'],
  });
});

test.each([
  ['as the mutation', () => pictures({ preset: 'quickest' }), 'Unknown preset "quickest"'],
  ['of no model', () => ({ onnx: 'child-1' }), '"child-1" is not the id of a model'],
  ['of no id', () => pictures({ models: ['child-1'] }), '"child-1" is not the id of a model'],
])('an estimate is refused %s is', async (_case, of, message) => {
  const { errors } = await estimate(of());
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
});
