import {
  type CheckpointStore,
  type ExperimentConfig,
  MaskedTensor,
  Model,
  maskOverlaps,
  openJobQueue,
  startExperiment,
} from '@kindred/core';
import {
  cartesianDistance,
  decodeSafetensors,
  findPartitionFaults,
  inheritedShares,
  type Mask,
  overlapOf,
} from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJob } from './processes/run-job.ts';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const tuning = { epochs: 0.5, maxLearningRate: 0.05, checkpoints: 0 };
/** So few weights that layers go without: the largest are those of the first layers. */
const ticket = (sparsity: number): ExperimentConfig['ensembles'][number] => ({
  method: 'lottery-ticket',
  pruning: { sparsity, scope: 'global', granularity: 'unstructured' },
  tuning,
});
const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 1,
      pruning: {
        kind: 'anti-random',
        children: 2,
        sparsity: 0.5,
        scope: 'layer',
        granularity: 'structured',
      },
      tuning,
    },
    ticket(0.999),
  ],
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};

let workshop: Workshop;
let experiment: string;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  experiment = await start(config);
  for (const name of ['child-1', 'child-2']) await workshop.run((await trainingOf(name)).id);
  await breakOffAfterAStep('ticket');
}, 60_000);
afterAll(() => workshop.close());

/** Starts an experiment and trains its parent. */
async function start(config: ExperimentConfig): Promise<string> {
  const { id } = await startExperiment(workshop.db, workshop.queue, config);
  await workshop.run((await findJob(workshop.db, id, 'train-model')).id);
  return id;
}

const trainingOf = (name: string, id = experiment) => findJob(workshop.db, id, 'train-model', name);

async function breakOffAfterAStep(name: string): Promise<void> {
  const checkpoints: CheckpointStore = {
    ...workshop.checkpoints,
    write: () => Promise.reject(new Error('the lights went out')),
  };
  const openQueue = () => openJobQueue(workshop.env.DATABASE_URL, { supervise: false });
  const { id } = await trainingOf(name);
  await expect(runJob(id, { ...workshop, checkpoints, openQueue })).rejects.toThrow('the lights went out');
}

async function modelOf(name: string): Promise<Model> {
  return workshop.db.manager.findOneByOrFail(Model, { experimentId: experiment, name });
}

async function maskOf(name: string): Promise<Mask> {
  const { maskDigest } = await modelOf(name);
  const { tensors } = decodeSafetensors(await workshop.artifacts.read(maskDigest!));
  return Object.fromEntries([...tensors].map(([tensor, { data }]) => [tensor, data as Uint8Array]));
}

async function tensorsOf(name: string): Promise<MaskedTensor[]> {
  const { id: modelId } = await modelOf(name);
  return workshop.db.manager.find(MaskedTensor, { where: { modelId }, order: { position: 'ASC' } });
}

async function overlapBetween(name: string, otherName: string) {
  const [model, other] = await Promise.all([modelOf(name), modelOf(otherName)]);
  const [overlap] = await maskOverlaps(workshop.db, [{ model: model.id, other: other.id }]);
  return overlap!;
}

test('a mask is there to be looked at before its model is trained, with the layers that collapsed', async () => {
  const { weightsDigest, sparsity } = await modelOf('ticket');
  expect(weightsDigest).toBeNull();
  expect(sparsity).toBeCloseTo(0.999, 4);
  const tensors = await tensorsOf('ticket');
  expect(tensors[0]!.tensor).toBe('conv1.weight');
  expect(tensors.filter(({ kept }) => kept === 0).map(({ tensor }) => tensor)).toContain(
    'layer3.0.conv1.weight',
  );
  const mask = await maskOf('ticket');
  for (const { tensor, kept } of tensors)
    expect([tensor, kept]).toEqual([tensor, mask[tensor]!.filter((bit) => bit === 1).length]);
});

test('of structured children half of the filters of each layer are dead', async () => {
  for (const name of ['child-1', 'child-2'])
    for (const { filters, withoutIncoming } of await tensorsOf(name))
      expect(withoutIncoming).toHaveLength(filters / 2);
});

test('the database counts of two masks what a comparison weight by weight finds', async () => {
  const [ours, theirs, largest] = await Promise.all(['child-1', 'child-2', 'ticket'].map(maskOf));
  const siblings = await overlapBetween('child-1', 'child-2');
  expect(findPartitionFaults([ours!, theirs!])).toEqual([]);
  let unequal = 0;
  for (const { weights, kept, otherKept, both } of siblings) {
    expect([both, kept + otherKept]).toEqual([0, weights]);
    unequal += kept + otherKept - 2 * both;
  }
  expect(Math.sqrt(unequal)).toBe(cartesianDistance(ours!, theirs!));

  const inheritance = await overlapBetween('child-1', 'ticket');
  const { tensors } = inheritedShares(largest!, [ours!])[0]!;
  const shared = overlapOf(ours!, largest!);
  expect(inheritance).toHaveLength(Object.keys(ours!).length);
  for (const { tensor, both, otherKept, kept } of inheritance) {
    expect([otherKept, both]).toEqual([tensors[tensor]!.ticket, tensors[tensor]!.inherited]);
    expect(kept + otherKept - both).toBe(shared.tensors[tensor]!.either);
  }
});

test('a mask without a path from the image to the classes is refused before the training, with the layer', async () => {
  const parent = { ...config.parent, architecture: 'convnet' };
  const id = await start({ ...config, parent, ensembles: [ticket(0.99995)] });
  const job = await trainingOf('ticket', id);
  await expect(workshop.run(job.id)).rejects.toThrow(
    /^ticket would keep no path from the image to the classes: .*nothing is left of conv3 \(18432 weights\)/,
  );
  const { maskDigest } = await workshop.db.manager.findOneByOrFail(Model, { id: job.modelId! });
  expect(maskDigest).toBeNull();
});
