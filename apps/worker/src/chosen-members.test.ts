import { rm } from 'node:fs/promises';
import { Evaluation, type ExperimentConfig, Model, requestEvaluation, startExperiment } from '@kindred/core';
import { evaluateEnsemble, findDataset } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeLogits } from './tasks/logits.ts';
import { smallExperiment, untilItEnds } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startWorker } from './worker.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [
    { method: 'snapshot', members: 1, epochs: 0.5, learningRate: 0.05 },
    { method: 'mimo', members: 2, repetitions: 2, epochs: 0.5 },
  ],
  visualize: { neuronsPerLayer: 0, preset: 'quick' },
};

let workshop: Workshop;
let family: Model[];
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, env } = workshop;
  const { id } = await startExperiment(db, queue, config);
  const worker = await startWorker(env);
  await untilItEnds(db, id);
  await worker.stop();
  family = await db.manager.find(Model, { where: { experimentId: id }, order: { position: 'ASC' } });
}, 120_000);
afterAll(() => workshop.close());

test('any models are measured again as one ensemble from their predictions alone, all members of a network among them', async () => {
  const { db, queue, artifacts, run } = workshop;
  for (const { weightsDigest } of family) await rm(artifacts.pathOf(weightsDigest!));
  const wish = {
    modelIds: family.map(({ id }) => id),
    averaging: 'mean-logits',
    klPairs: 'i<j',
    eceBins: 10,
    confidence: 0.9,
  } as const;
  const { job } = await requestEvaluation(db, queue, wish);
  await run(job!.id);
  const { evaluation } = await requestEvaluation(db, queue, wish);

  const logits = await Promise.all(
    family.map(async ({ experimentId, name }) => {
      const { logitsDigest } = await db.manager.findOneByOrFail(Evaluation, { experimentId, name });
      return decodeLogits(await artifacts.read(logitsDigest!));
    }),
  );
  const { labels } = await findDataset(workshop.datasets, 'mnist').load('test');
  const { modelIds, ...measures } = wish;
  const expected = evaluateEnsemble(logits.flat(), labels.slice(0, config.data.test), {
    seed: config.seed,
    ...measures,
    withParent: true,
  });
  expect(evaluation).toMatchObject({
    name: 'chosen',
    members: modelIds,
    images: config.data.test,
    definition: { ...measures, includesParent: true },
    metrics: expected,
  });
  expect(evaluation!.metrics.nll.definition).toContain('mean-logits of 4 members, the parent among them');
});
