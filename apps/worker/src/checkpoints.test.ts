import {
  type Job,
  Model,
  openJobQueue,
  requestVisualizations,
  startExperiment,
  Visualization,
} from '@kindred/core';
import { decodeSafetensors } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJob } from './processes/run-job.ts';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const half = {
  kind: 'anti-random',
  granularity: 'unstructured',
  scope: 'layer',
  sparsity: 0.5,
  children: 2,
} as const;
const tuning = { epochs: 2, maxLearningRate: 0.05, checkpoints: 2 };
const config = {
  ...smallExperiment,
  ensembles: [{ method: 'prune-and-tune' as const, families: 1, pruning: half, tuning }],
};

let workshop: Workshop;
let experimentId: string;
let training: Job;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, run } = workshop;
  experimentId = (await startExperiment(db, queue, config)).id;
  await run((await findJob(db, experimentId, 'train-model')).id);
  training = await findJob(db, experimentId, 'train-model', 'child-1');
  await run(training.id);
}, 60_000);
afterAll(() => workshop.close());

const modelNamed = (name: string) => workshop.db.manager.findOneByOrFail(Model, { experimentId, name });

async function weightsOf(name: string): Promise<Map<string, Float32Array>> {
  const { weightsDigest } = await modelNamed(name);
  const { tensors } = decodeSafetensors(await workshop.artifacts.read(weightsDigest!));
  return new Map([...tensors].map(([tensor, { data }]) => [tensor, data as Float32Array]));
}

test('a child before its tuning is its parent where the mask keeps it, and nothing elsewhere', async () => {
  const [parent, pruned] = [await weightsOf('parent'), await weightsOf('child-1@0')];
  const { maskDigest } = await modelNamed('child-1@0');
  const { tensors: mask } = decodeSafetensors(await workshop.artifacts.read(maskDigest!));
  for (const [name, values] of parent) {
    const kept = mask.get(name)?.data;
    expect(pruned.get(name)).toEqual(values.map((value, place) => value * (kept ? Number(kept[place]) : 1)));
  }
});

test('half-way it has been trained for half the steps, under the mask that it ends with', async () => {
  const [halfway, child] = [await modelNamed('child-1@1'), await modelNamed('child-1')];
  expect(halfway.training).toMatchObject({ epochs: 1, steps: 4, lossByEpoch: [expect.any(Number)] });
  expect(halfway.training!.lossByEpoch[0]).toBe(child.training!.lossByEpoch[0]);
  expect([halfway.maskDigest, halfway.sparsity]).toEqual([child.maskDigest, child.sparsity]);
  expect(halfway.weightsDigest).not.toBe(child.weightsDigest);
});

test('it can be looked into as any model can', async () => {
  const { db, queue, run } = workshop;
  const { id } = await modelNamed('child-1@1');
  const [{ id: visualizationId }] = (await requestVisualizations(db, queue, {
    modelIds: [id],
    neurons: [{ layer: 'stage1.block0', channel: 0 }],
    preset: 'quick',
    seed: 1,
  })) as [Visualization];
  await run((await findJob(db, experimentId, 'visualize-neurons', 'child-1@1')).id);
  expect((await db.manager.findOneByOrFail(Visualization, { id: visualizationId })).status).toBe('done');
});

test('a training that is taken over comes to the same checkpoints', async () => {
  const { db, queue, checkpoints, env } = workshop;
  const again = await startExperiment(db, queue, config);
  await workshop.run((await findJob(db, again.id, 'train-model')).id);
  const { id } = await findJob(db, again.id, 'train-model', 'child-1');
  const failing = {
    ...checkpoints,
    async write(jobId: string, bytes: Uint8Array) {
      await checkpoints.write(jobId, bytes);
      throw new Error('the lights went out');
    },
  };
  const openQueue = () => openJobQueue(env.DATABASE_URL, { supervise: false });
  await expect(runJob(id, { ...workshop, checkpoints: failing, openQueue })).rejects.toThrow('lights');
  await workshop.run(id);
  for (const name of ['child-1@0', 'child-1@1', 'child-1']) {
    const { weightsDigest } = await db.manager.findOneByOrFail(Model, { experimentId: again.id, name });
    expect([name, weightsDigest]).toEqual([name, (await modelNamed(name)).weightsDigest]);
  }
});
