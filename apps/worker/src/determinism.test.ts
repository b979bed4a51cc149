import { type ExperimentConfig, firstExperiment, Model, startExperiment, Visualization } from '@kindred/core';
import { useThreads } from '@kindred/ml';
import { Like } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
});
afterAll(() => workshop.close());

const pruneAndTune = firstExperiment.ensembles.find(({ method }) => method === 'prune-and-tune')!;
const config: ExperimentConfig = { ...smallExperiment, ensembles: [pruneAndTune] };

/** Trains a parent and a child, looks at one neuron of the parent, and answers with the digests of all that came out. */
async function digestsUnder(seed: number): Promise<Record<string, string | null>> {
  const { db, queue, run } = workshop;
  const { id } = await startExperiment(db, queue, { ...config, seed });
  await db.manager.delete(Visualization, { layer: Like('stage%') });
  const jobs = [
    findJob(db, id, 'train-model', 'parent'),
    findJob(db, id, 'train-model', 'child-1'),
    findJob(db, id, 'visualize-neurons'),
  ];
  for (const job of await Promise.all(jobs)) await run(job.id);
  const [parent, child] = await db.manager.find(Model, {
    where: { experimentId: id },
    order: { position: 'ASC' },
  });
  const pictures = await db.manager.findBy(Visualization, { modelId: parent!.id });
  // So that the next are rendered, not taken over.
  await db.manager.delete(Visualization, { modelId: parent!.id });
  return {
    parent: parent!.weightsDigest,
    child: child!.weightsDigest,
    mask: child!.maskDigest,
    ...Object.fromEntries(pictures.map(({ layer, imageDigest }) => [layer, imageDigest])),
  };
}

test('one seed gives the same weights, masks and pictures each time, with any number of threads, another seed others', async () => {
  useThreads(1);
  const first = await digestsUnder(1);
  expect(Object.keys(first)).toEqual(['parent', 'child', 'mask', 'stem']);
  for (const digest of Object.values(first)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  useThreads(2);
  expect(await digestsUnder(1)).toEqual(first);
  const other = await digestsUnder(2);
  for (const [name, digest] of Object.entries(first)) expect([name, other[name]]).not.toEqual([name, digest]);
});
