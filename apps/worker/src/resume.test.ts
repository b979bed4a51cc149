import { type CheckpointStore, type Job, Model, openJobQueue, startExperiment } from '@kindred/core';
import { decodeCheckpoint, findArchitecture, findDataset } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJob } from './processes/run-job.ts';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
let uninterrupted: Model;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const job = await startTraining();
  await workshop.run(job.id);
  uninterrupted = await modelOf(job);
});
afterAll(() => workshop.close());

async function startTraining(): Promise<Job> {
  const parent = { ...smallExperiment.parent, epochs: 4 };
  const { id } = await startExperiment(workshop.db, workshop.queue, { ...smallExperiment, parent });
  return findJob(workshop.db, id, 'train-model');
}

const modelOf = ({ modelId }: Job) => workshop.db.manager.findOneByOrFail(Model, { id: modelId! });

/** Runs the job with a hook that hears of each checkpoint, with the number of steps that it holds, and may break off. */
function run({ id }: Job, written: (steps: number) => void = () => {}): Promise<void> {
  const { checkpoints, env } = workshop;
  const watched: CheckpointStore = {
    ...checkpoints,
    async write(jobId, bytes) {
      await checkpoints.write(jobId, bytes);
      written(stepsIn(bytes));
    },
  };
  const openQueue = () => openJobQueue(env.DATABASE_URL, { supervise: false });
  return runJob(id, { ...workshop, checkpoints: watched, openQueue });
}

function stepsIn(file: Uint8Array): number {
  const data = findDataset(workshop.datasets, 'mnist');
  const specs = findArchitecture('resnet8').tensors(data);
  return decodeCheckpoint(file, specs, {})!.losses.length;
}

test('a training that was interrupted goes on where it was, to the same weights and losses', async () => {
  const job = await startTraining();
  const pullThePlug = () => {
    throw new Error('the lights went out');
  };
  await expect(run(job, pullThePlug)).rejects.toThrow('the lights went out');
  const before = stepsIn((await workshop.checkpoints.read(job.id))!);
  const after: number[] = [];
  await run(job, (steps) => after.push(steps));
  expect([before, after[0]]).toEqual([1, 2]);
  const { weightsDigest, training, trainingCurve } = await modelOf(job);
  expect(weightsDigest).toBe(uninterrupted.weightsDigest);
  expect(training!.lossByEpoch).toEqual(uninterrupted.training!.lossByEpoch);
  expect(trainingCurve).toEqual(uninterrupted.trainingCurve);
  expect(trainingCurve!.losses).toHaveLength(training!.steps);
  expect(await workshop.checkpoints.read(job.id)).toBeUndefined();
});

test('a checkpoint that is broken is left aside, and the training begins anew', async () => {
  const job = await startTraining();
  await workshop.checkpoints.write(job.id, Uint8Array.of(1, 2, 3));
  const steps: number[] = [];
  await run(job, (count) => steps.push(count));
  expect(steps[0]).toBe(1);
  expect((await modelOf(job)).weightsDigest).toBe(uninterrupted.weightsDigest);
});
