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

const input = {
  name: 'Second look',
  seed: 2,
  data: { name: 'mnist', train: 600, test: 100, augmentation: 'crop' },
  parent: {
    architecture: 'resnet8',
    weights: null,
    epochs: 1,
    batchSize: 32,
    learningRate: 0.1,
    schedule: 'step',
    weightDecay: 0.0005,
  },
  ensembles: [
    { pruneAndTune: { families: 1, epochs: 1, maxLearningRate: 0.1 } },
    { snapshot: { members: 1, epochs: 1, learningRate: 0.1 } },
  ],
  visualize: { neuronsPerLayer: 1, preset: 'quick', seeds: 1 },
  evaluate: {},
};

const start = (changes: object) =>
  api.ask(
    `mutation ($input: ExperimentInput!) { startExperiment(input: $input) { experiment {
      name status configuration progress { done total } parent { status }
      models(first: 10) { nodes { name status sibling { name } } }
      jobs(first: 100) { nodes { name status } }
    } } }`,
    { input: { ...input, ...changes } },
  );

test('an experiment is stored and queued, and answers at once', async () => {
  const { data, errors } = await start({});
  expect(errors).toEqual([]);
  const { experiment } = data.startExperiment;
  expect(experiment).toMatchObject({ name: 'Second look', status: 'QUEUED', parent: { status: 'QUEUED' } });
  const [pruneAndTune, snapshot] = input.ensembles;
  const pruning = {
    kind: 'anti-random',
    granularity: 'unstructured',
    scope: 'layer',
    sparsity: 0.5,
    children: 2,
  };
  expect(experiment.configuration).toEqual({
    ...input,
    ensembles: [{ pruneAndTune: { ...pruneAndTune!.pruneAndTune, pruning } }, snapshot],
    evaluate: { eceBins: 15, confidence: 0.95, corruptions: [] },
  });
  expect(experiment.models.nodes).toEqual([
    { name: 'parent', status: 'QUEUED', sibling: null },
    { name: 'child-1', status: 'WAITING', sibling: { name: 'child-2' } },
    { name: 'child-2', status: 'WAITING', sibling: { name: 'child-1' } },
    { name: 'snapshot-1', status: 'WAITING', sibling: null },
  ]);
  expect(experiment.jobs.nodes[0]).toEqual({ name: 'train-model', status: 'QUEUED' });
  expect(experiment.progress).toEqual({ done: 0, total: experiment.jobs.nodes.length });
});

const edstInput = {
  members: 3,
  density: 0.2,
  explorationEpochs: 2,
  refinementEpochs: 1,
  learningRate: 0.1,
  regrowSteps: 100,
  regrowShare: 0.5,
  escapeShare: 0.8,
};

test('every method is asked for by its input, and comes back as it was asked', async () => {
  const rates = { maxLearningRate: 0.05, minLearningRate: 0.0001 };
  const pruning = { granularity: 'unstructured', scope: 'global', sparsity: 0.5 };
  const ensembles = [
    { lotteryTicket: { ...pruning, epochs: 1, maxLearningRate: 0.1 } },
    { snapshot: { members: 2, epochs: 1, learningRate: 0.1 } },
    { fge: { members: 2, cycleEpochs: 4, ...rates } },
    { horizontalVoting: { members: 3, epochs: 1, learningRate: 0.001 } },
    { dense: { members: 2, epochs: 2 } },
    { dropout: { members: 8, rate: 0.1, epochs: 2 } },
    { ltr: { members: 2, rounds: 3, sparsity: 0.8, epochs: 2, rewindEpochs: 0.5 } },
    { edst: edstInput },
    { treeNet: { members: 3, epochs: 2 } },
    { batchEnsemble: { members: 4, epochs: 2 } },
    { mimo: { members: 3, repetitions: 4, epochs: 2 } },
  ];
  const { data } = await api.ask(
    `mutation ($input: ExperimentInput!) { startExperiment(input: $input) { experiment {
      configuration ensembles { name size members { name kind members } }
    } } }`,
    { input: { ...input, ensembles } },
  );
  const { experiment } = data.startExperiment;
  expect(experiment.configuration.ensembles).toEqual(ensembles);
  const told = experiment.ensembles.map(({ name, size, members }: EnsembleAnswer) => [
    name,
    size,
    members.at(-1),
  ]);
  expect(told).toEqual([
    ['snapshot', 2, { name: 'snapshot-2', kind: 'SNAPSHOT', members: 1 }],
    ['fge', 2, { name: 'fge-2', kind: 'FGE', members: 1 }],
    ['horizontal-voting', 3, { name: 'horizontal-3', kind: 'HORIZONTAL', members: 1 }],
    ['dense', 2, { name: 'dense-2', kind: 'DENSE', members: 1 }],
    ['dropout', 8, { name: 'dropout-1', kind: 'DROPOUT', members: 8 }],
    ['ltr', 2, { name: 'ltr-2', kind: 'LTR', members: 1 }],
    ['edst', 3, { name: 'edst-3', kind: 'EDST', members: 1 }],
    ['treenet', 3, { name: 'treenet-1', kind: 'TREENET', members: 3 }],
    ['batch-ensemble', 4, { name: 'batch-ensemble-1', kind: 'BATCH_ENSEMBLE', members: 4 }],
    ['mimo', 3, { name: 'mimo-1', kind: 'MIMO', members: 3 }],
  ]);
});

type EnsembleAnswer = { name: string; size: number; members: unknown[] };

test.each([
  [
    'an unknown dataset',
    { data: { name: 'mnis', train: 600, test: 100 } },
    'BAD_INPUT',
    'Unknown dataset "mnis"',
  ],
  ['more images than there are', { data: { name: 'mnist', train: 60_001, test: 1 } }, 'BAD_INPUT', '60001'],
  ['an unknown architecture', { parent: { ...input.parent, architecture: 'vgg' } }, 'BAD_INPUT', '"vgg"'],
  [
    'an unknown schedule',
    { parent: { ...input.parent, schedule: 'linear' } },
    'BAD_INPUT',
    'parent.schedule',
  ],
  [
    'a ticket rewound to behind its round',
    { ensembles: [{ ltr: { members: 2, epochs: 1, rewindEpochs: 1 } }] },
    'BAD_INPUT',
    'rewindEpochs',
  ],
  ['an unknown augmentation', { data: { ...input.data, augmentation: 'blur' } }, 'BAD_INPUT', 'augmentation'],
  [
    'weights with a path',
    { parent: { ...input.parent, weights: '../mine.safetensors' } },
    'BAD_INPUT',
    'parent.weights: must be the name of a .safetensors file, without a folder',
  ],
  ['no epochs', { parent: { ...input.parent, epochs: 0 } }, 'BAD_INPUT', 'parent.epochs'],
  ['an unknown preset', { visualize: { neuronsPerLayer: 1, preset: 'best', seeds: 1 } }, 'BAD_INPUT', 'best'],
  ['an ensemble of both methods', { ensembles: [Object.assign({}, ...input.ensembles)] }, 'BAD_INPUT', 'one'],
  ['an ensemble of no method', { ensembles: [{}] }, 'BAD_INPUT', 'one'],
  ['an option that nobody knows', { colour: 'red' }, 'BAD_INPUT', '"colour"'],
])('%s is refused, and nothing is written', async (_case, changes, code, message) => {
  const before = await countRows(api.db);
  const { errors } = await start(changes);
  expect(errors[0]!.extensions.code).toBe(code);
  expect(errors[0]!.message).toContain(message);
  expect(await countRows(api.db)).toEqual(before);
});

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

test('a network is asked for as an ONNX file, and its job says how it stands', async () => {
  const mutation = 'mutation ($id: ID!) { exportOnnx(model: $id) { name onnxDigest onnxStatus } }';
  for (const _ of ['once', 'again']) {
    const { data } = await api.ask(mutation, { id: family.parent.id });
    expect(data.exportOnnx).toEqual({ name: 'parent', onnxDigest: null, onnxStatus: 'QUEUED' });
  }
  const jobs = await api.db.query(`select status from job where name = 'export-network'`);
  expect(jobs).toEqual([{ status: 'queued' }]);
});
