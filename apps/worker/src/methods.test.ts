import {
  Evaluation,
  type ExperimentConfig,
  Model,
  requestExport,
  requestVisualizations,
  startExperiment,
} from '@kindred/core';
import { decodeSafetensors, inheritedShares, type Mask, overlapOf, sparsityOf } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallExperiment, untilItEnds } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startWorker } from './worker.ts';

const tuning = { epochs: 0.5, maxLearningRate: 0.05, checkpoints: 0 };
const third = { sparsity: 2 / 3, scope: 'layer', granularity: 'unstructured' } as const;
const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 1,
      pruning: { kind: 'anti-random', children: 3, ...third },
      tuning,
    },
    { method: 'lottery-ticket', pruning: { ...third, scope: 'global' }, tuning },
    { method: 'snapshot', members: 1, epochs: 0.5, learningRate: 0.05 },
    { method: 'fge', members: 2, cycleEpochs: 1, maxLearningRate: 0.05, minLearningRate: 0.001 },
    { method: 'horizontal-voting', members: 2, epochs: 0.5, learningRate: 0.001 },
    { method: 'dense', members: 2, epochs: 0.5 },
    { method: 'dropout', members: 4, rate: 0.1, epochs: 0.5 },
    { method: 'ltr', members: 2, rounds: 2, sparsity: 0.75, epochs: 0.5, rewindEpochs: 0.25 },
    {
      method: 'edst',
      members: 2,
      density: 0.25,
      explorationEpochs: 0.5,
      refinementEpochs: 0.5,
      learningRate: 0.05,
      regrowSteps: 2,
      regrowShare: 0.5,
      escapeShare: 0.8,
    },
    { method: 'treenet', members: 3, epochs: 0.5 },
    { method: 'batch-ensemble', members: 2, epochs: 0.5 },
    { method: 'mimo', members: 2, repetitions: 2, epochs: 0.5 },
  ],
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};

let workshop: Workshop;
let models: Map<string, Model>;
let evaluations: Map<string, Evaluation>;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, env } = workshop;
  const { id } = await startExperiment(db, queue, config);
  const worker = await startWorker(env);
  await untilItEnds(db, id);
  await worker.stop();
  const family = await db.manager.find(Model, { where: { experimentId: id }, order: { position: 'ASC' } });
  models = new Map(family.map((model) => [model.name, model]));
  const measured = await db.manager.findBy(Evaluation, { experimentId: id });
  evaluations = new Map(measured.map((evaluation) => [evaluation.name, evaluation]));
}, 120_000);
afterAll(() => workshop.close());

async function maskOf(name: string): Promise<Mask> {
  const { tensors } = decodeSafetensors(await workshop.artifacts.read(models.get(name)!.maskDigest!));
  return Object.fromEntries([...tensors].map(([tensor, { data }]) => [tensor, data as Uint8Array]));
}

const piecewise = 'piecewise, 0.1 for half of the steps, then down to a hundredth';
const rewound = `${piecewise}; pruned and rewound to step 1 after each of 2 rounds`;

test('every method trains its models and measures its ensemble', () => {
  expect([...models].map(([name, { training }]) => [name, training?.schedule])).toEqual([
    ['parent', piecewise],
    ['child-1', 'one-cycle up to 0.05'],
    ['child-2', 'one-cycle up to 0.05'],
    ['child-3', 'one-cycle up to 0.05'],
    ['ticket', 'one-cycle up to 0.05'],
    ['snapshot-1', 'one cosine cycle from 0.05'],
    ['fge-1', 'from 0.05 in a line down to 0.001'],
    ['fge-2', 'from 0.001 in lines up to 0.05 and down again'],
    ['horizontal-1', 'constant, 0.001'],
    ['horizontal-2', 'constant, 0.001'],
    ['dense-1', piecewise],
    ['dense-2', piecewise],
    ['dropout-1', piecewise],
    ['ltr-1', rewound],
    ['ltr-2', rewound],
    [
      'edst-1',
      'constant, 0.05 for 0.5 epochs, then 0.005 for 0.25 epochs, then 0.0005 for 0.25 epochs; weights regrown every 2 steps',
    ],
    ['edst-2', 'constant, 0.005 for 0.25 epochs, then 0.0005 for 0.25 epochs; weights regrown every 2 steps'],
    ['treenet-1', piecewise],
    ['batch-ensemble-1', piecewise],
    ['mimo-1', piecewise],
  ]);
  for (const { method: name } of config.ensembles) {
    if (name === 'lottery-ticket') continue;
    expect(evaluations.get(name)?.metrics.accuracy.value).toBeGreaterThan(0);
  }
  expect(evaluations.has('lottery-ticket')).toBe(false);
});

test('three anti-random children split the parent between them, and the ticket among them', async () => {
  const children = await Promise.all(['child-1', 'child-2', 'child-3'].map(maskOf));
  expect(overlapOf(children[0]!, children[1]!).total.both).toBe(0);
  const shares = inheritedShares(await maskOf('ticket'), children);
  const total = shares.reduce((sum, share) => sum + share.total.share!, 0);
  expect(total).toBeCloseTo(1);
  for (const [name, { sparsity }] of models) {
    if (name.startsWith('child') || name === 'ticket')
      expect([name, sparsity]).toEqual([name, expect.closeTo(2 / 3, 3)]);
  }
});

test('dense networks start from weights of their own, each other’s strangers', () => {
  const digests = ['dense-1', 'dense-2'].map((name) => models.get(name)!.weightsDigest);
  expect(new Set(digests).size).toBe(2);
  expect(models.get('dense-1')!.parentId).toBeNull();
});

test('rewound tickets are of runs of their own, and as sparse as was asked', async () => {
  const [first, second] = await Promise.all(['ltr-1', 'ltr-2'].map(maskOf));
  expect(sparsityOf(first!)).toBeCloseTo(0.75, 4);
  // Two masks that know nothing of each other share a quarter of a quarter.
  const { total } = overlapOf(first!, second!);
  expect(total.both / total.weights).toBeLessThan(0.15);
});

test('members of dynamic sparse training follow one another, each with a mask of its own of the same density', async () => {
  const [first, second] = await Promise.all(['edst-1', 'edst-2'].map(maskOf));
  for (const mask of [first!, second!]) expect(sparsityOf(mask)).toBeCloseTo(0.75, 3);
  const { total } = overlapOf(first!, second!);
  expect(total.both / total.weights).toBeGreaterThan(0.02);
  expect(total.both / total.weights).toBeLessThan(0.2);
});

test('samples of dropout are members of one network, which has pictures and an ONNX file of its own', async () => {
  const { metrics, logitsDigest } = evaluations.get('dropout-1')!;
  expect(metrics.accuracy.definition).toContain('4 members');
  expect(metrics.pdr!.value).toBeGreaterThan(0);
  const { tensors } = decodeSafetensors(await workshop.artifacts.read(logitsDigest!));
  expect(tensors.get('logits')!.shape).toEqual([config.data.test, 4, 10]);
  const { db, queue } = workshop;
  const { id } = models.get('dropout-1')!;
  await expect(requestExport(db, queue, id)).resolves.toMatchObject({ name: 'dropout-1' });
});

test('members that share a network are measured one against the other, and have no pictures or ONNX file', async () => {
  const { db, queue } = workshop;
  for (const [name, members] of [
    ['treenet', 3],
    ['batch-ensemble', 2],
    ['mimo', 2],
  ] as const) {
    const { metrics, logitsDigest } = evaluations.get(`${name}-1`)!;
    expect(metrics.accuracy.definition).toContain(`${members} members`);
    expect(metrics.kl!.value).toBeGreaterThan(0);
    expect(evaluations.get(name)!.metrics).toEqual(metrics);
    const { tensors } = decodeSafetensors(await workshop.artifacts.read(logitsDigest!));
    expect(tensors.get('logits')!.shape).toEqual([config.data.test, members, 10]);
    const { id } = models.get(`${name}-1`)!;
    const shared = `${name}-1 is a network that several members share: it has no `;
    await expect(requestExport(db, queue, id)).rejects.toThrow(`${shared}ONNX file yet`);
    const neurons = [{ layer: 'stem', channel: 0 }];
    await expect(
      requestVisualizations(db, queue, { modelIds: [id], neurons, preset: 'quick', seed: 1 }),
    ).rejects.toThrow(`${shared}pictures of neurons yet`);
  }
});
