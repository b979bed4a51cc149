import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactPath, Experiment, Model, startExperiment, Visualization } from '@kindred/core';
import { In } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment, untilItEnds } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startWorker, type Worker } from './worker.ts';

let workshop: Workshop;
let worker: Worker;
let strange: Model;
let broken: Model;

/** Two experiments go wrong after their parents' training: a layer that isn't there, and weights that were altered. */
beforeAll(async () => {
  workshop = await openWorkshop();
  const { db, env } = workshop;
  strange = await trainedParent(1);
  broken = await trainedParent(2);
  const stem = { modelId: strange.id, layer: 'stem' };
  await db.manager.delete(Visualization, { layer: In(['stage2.block0', 'stage3.block0']) });
  await db.manager.update(Visualization, stem, { layer: 'stage9.block0' });
  await appendFile(join(env.KINDRED_ARTIFACTS, artifactPath(broken.weightsDigest!)), 'x');
  worker = await startWorker(env);
  for (const { experimentId } of [strange, broken]) await untilItEnds(db, experimentId);
});
afterAll(async () => {
  await worker.stop();
  await workshop.close();
});

async function trainedParent(seed: number): Promise<Model> {
  const { db, queue, run } = workshop;
  const { id } = await startExperiment(db, queue, { ...smallExperiment, seed });
  await run((await findJob(db, id, 'train-model', 'parent')).id);
  return db.manager.findOneByOrFail(Model, { experimentId: id });
}

function findPictures({ id }: Model): Promise<Visualization[]> {
  return workshop.db.manager.find(Visualization, { where: { modelId: id }, order: { layer: 'ASC' } });
}

async function expectFailedOnce({ experimentId }: Model, name: string, reason: string): Promise<void> {
  const job = await findJob(workshop.db, experimentId, name);
  expect(job).toMatchObject({ status: 'failed', error: reason });
  expect(await workshop.queue.isDelivered(job.id)).toBe(false);
  const experiment = await workshop.db.manager.findOneByOrFail(Experiment, { id: experimentId });
  expect(experiment.status).toBe('failed');
}

test('a layer that does not exist fails the job with its reason, and keeps the pictures of those that do', async () => {
  const reason =
    'Unknown layer "stage9.block0": resnet8 has stem, stage1.block0, stage2.block0, stage3.block0.';
  await expectFailedOnce(strange, 'visualize-neurons', reason);
  const pictures = await findPictures(strange);
  expect(pictures.map(({ layer, status, error }) => [layer, status, error])).toEqual([
    ['stage1.block0', 'done', null],
    ['stage9.block0', 'failed', reason],
  ]);
});

test('weights that were altered fail all that needs them, with their digest', async () => {
  const altered = expect.stringContaining(`Artifact ${broken.weightsDigest} was altered`);
  await expectFailedOnce(broken, 'evaluate-model', altered);
  await expectFailedOnce(broken, 'visualize-neurons', altered);
  const pictures = await findPictures(broken);
  expect(pictures.map(({ status, error }) => [status, error])).toEqual(
    pictures.map(() => ['failed', altered]),
  );
});
