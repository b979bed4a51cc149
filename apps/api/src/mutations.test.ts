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
    { pruneAndTune: { families: 1, epochs: 1, maxLearningRate: 0.1, checkpoints: 2 } },
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
    runOn: null,
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
    { lotteryTicket: { ...pruning, epochs: 1, maxLearningRate: 0.1, checkpoints: 3 } },
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

test('what is done can neither be cancelled nor tried again', async () => {
  for (const mutation of ['cancelExperiment', 'retryExperiment']) {
    const asked = `mutation ($id: ID!) { ${mutation}(id: $id) { status } }`;
    const { errors } = await api.ask(asked, { id: family.experiment.id });
    expect(errors[0]!.extensions.code).toBe('CONFLICT');
    const nonsense = await api.ask(asked, { id: 'the last one' });
    expect(nonsense.errors[0]!.extensions.code).toBe('BAD_INPUT');
  }
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

test('an experiment is cancelled and gone on with, and so is a job, with what belongs to it', async () => {
  await start({});
  const [{ id }] = await api.db.query('select id from experiment order by created_at desc limit 1');
  const standing = 'status progress { done } jobs(first: 100) { nodes { id status } }';
  const change = async (mutation: string) =>
    (await api.ask(`mutation ($id: ID!) { it: ${mutation}(id: $id) { ${standing} } }`, { id })).data.it;
  const statusesOf = ({ jobs }: Standing) => jobs.nodes.map(({ status }) => status);

  const cancelled = await change('cancelExperiment');
  expect([cancelled.status, new Set(statusesOf(cancelled))]).toEqual(['CANCELLED', new Set(['CANCELLED'])]);
  const again = await change('retryExperiment');
  expect([again.status, statusesOf(again)[0]]).toEqual(['QUEUED', 'QUEUED']);

  const job = { id: again.jobs.nodes[0].id };
  const changeJob = (mutation: string) =>
    api.ask(`mutation ($id: ID!) { it: ${mutation}(id: $id) { id status } }`, job);
  expect((await changeJob('cancelJob')).data.it).toEqual({ ...job, status: 'CANCELLED' });
  expect((await changeJob('retryJob')).data.it).toEqual({ ...job, status: 'QUEUED' });
});

type Standing = { jobs: { nodes: { status: string }[] } };
