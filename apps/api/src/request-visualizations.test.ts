import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

const request = (changes: object) =>
  api.ask(
    `mutation ($input: RequestVisualizationsInput!) { requestVisualizations(input: $input) { visualizations {
      id status image { url } neuron { ref model { id } } recipe { preset seed }
    } } }`,
    {
      input: {
        models: [family.parent.id],
        neurons: ['stage1.block0:0'],
        preset: 'lucent',
        seed: 5,
        ...changes,
      },
    },
  );

test('pictures that are there come as they are, the others queued', async () => {
  const address = `${family.neurons[0]!.layer}:${family.neurons[0]!.channel}`;
  const wish = { neurons: [address], preset: 'quick', seed: family.experiment.config.seed };
  const { data: known } = await request(wish);
  expect(known.requestVisualizations.visualizations).toMatchObject([
    { status: 'DONE', image: { url: expect.stringMatching(/^\/artifacts\//) }, neuron: { ref: address } },
  ]);

  const models = [family.children[1]!.id, family.parent.id];
  const { data: first } = await request({ models });
  const { visualizations } = first.requestVisualizations;
  expect(visualizations).toMatchObject(
    models.map((id) => ({
      status: 'QUEUED',
      image: null,
      neuron: { ref: 'stage1.block0:0', model: { id } },
      recipe: { preset: 'lucent', seed: 5 },
    })),
  );
  const rows = await countRows(api.db);
  const { data: again } = await request({ models });
  expect(again.requestVisualizations.visualizations).toEqual(visualizations);
  expect(await countRows(api.db)).toEqual(rows);
});

test('an objective is asked for and found by its parts, all of a group with it', async () => {
  const objective = {
    sign: 'MINIMISE',
    at: { y: 2 },
    with: [{ neuron: 'stage2.block0:7', weight: -0.5 }],
    diversity: { of: 2 },
    contrast: { model: family.children[0]!.id, kind: 'DIFFERENCE' },
  };
  const { data: asked } = await request({ preset: 'quick', objective });
  const { data, errors } = await api.ask(
    `query ($id: ID!, $objective: ObjectiveInput!) { model(id: $id) { neuron(at: "stage1.block0:0") {
      plain: visualization { recipe { preset } }
      second: visualization(preset: "quick", seed: 5, objective: $objective) {
        id steps { step }
        objective { sign at { x y } with { neuron weight at { x } } diversity { index of weight } contrast { kind model { name } } }
      }
    } } }`,
    { id: family.parent.id, objective: { ...objective, diversity: { of: 2, index: 1 } } },
  );
  expect(errors).toEqual([]);
  expect(data.model.neuron.plain).toEqual({ recipe: { preset: 'lucent' } });
  expect(data.model.neuron.second).toEqual({
    id: asked.requestVisualizations.visualizations[1].id,
    steps: [],
    objective: {
      sign: 'MINIMISE',
      at: { x: null, y: 2 },
      with: [{ neuron: 'stage2.block0:7', weight: -0.5, at: null }],
      diversity: { index: 1, of: 2, weight: 100 },
      contrast: { kind: 'DIFFERENCE', model: { name: 'child-1' } },
    },
  });
});

test('pictures on the way come in order, as large as the finished one', async () => {
  const [neuron] = family.neurons;
  const [{ id, digest }] = await api.db.query(
    `select id, image_digest as digest from visualization where model_id = $1 and layer = $2 and channel = $3`,
    [family.parent.id, neuron!.layer, neuron!.channel],
  );
  await api.db.query(`insert into visualization_step values ($1, 16, $2, 0.5), ($1, 4, $2, 0.25)`, [
    id,
    digest,
  ]);
  const { data } = await api.ask(
    `query ($id: ID!, $at: NeuronRef!) { model(id: $id) { neuron(at: $at) { visualization(preset: "quick") {
      image { url width height digest } steps { step activation image { url width height digest } }
    } } } }`,
    { id: family.parent.id, at: `${neuron!.layer}:${neuron!.channel}` },
  );
  const { image, steps } = data.model.neuron.visualization;
  expect(steps).toEqual([
    { step: 4, activation: 0.25, image },
    { step: 16, activation: 0.5, image },
  ]);
});

test.each([
  [
    'an unknown neuron',
    { neurons: ['stage1.block0:0', 'stage1.block0:16'] },
    'BAD_INPUT',
    '"stage1.block0:16"',
  ],
  ['no neuron', { neurons: ['stage1'] }, 'BAD_INPUT', '"stage1" is not a neuron'],
  [
    'an unknown model',
    { models: ['00000000-0000-4000-8000-000000000000'] },
    'NOT_FOUND',
    '00000000-0000-4000',
  ],
  ['no model', { models: ['abc'] }, 'BAD_INPUT', '"abc" is not the id of a model'],
  ['an unknown preset', { preset: 'best' }, 'BAD_INPUT', '"best"'],
  ['a seed that is none', { seed: 1.5 }, 'BAD_INPUT', '1.5'],
  ['a step beyond the preset’s', { steps: [513] }, 'BAD_INPUT', 'wanted a step of lucent, 1–512 (got 513)'],
  ['a place that is none', { objective: { at: { x: -1 } } }, 'BAD_INPUT', 'at.x'],
  [
    'a contrast with no model',
    { objective: { contrast: { model: 'abc', kind: 'SUM' } } },
    'BAD_INPUT',
    '"abc" is not the id of a model',
  ],
])('pictures of %s are refused, and nothing is written', async (_case, changes, code, message) => {
  const before = await countRows(api.db);
  const { errors } = await request({ seed: 6, ...changes });
  expect(errors[0]!.extensions.code).toBe(code);
  expect(errors[0]!.message).toContain(message);
  expect(await countRows(api.db)).toEqual(before);
});
