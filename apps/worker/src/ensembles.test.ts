import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  antiRandomHalves,
  artifactPath,
  Evaluation,
  type ExperimentConfig,
  Model,
  requestEvaluation,
  startExperiment,
} from '@kindred/core';
import {
  brier,
  type ClassScores,
  decodeLogits,
  evaluateEnsemble,
  findDataset,
  type Labels,
  meanSoftmax,
  type ReadLogits,
  whatIf,
} from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallExperiment, untilItEnds } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startWorker } from './worker.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [
    {
      method: 'prune-and-tune',
      families: 2,
      pruning: antiRandomHalves,
      tuning: { epochs: 0.5, maxLearningRate: 0.05, checkpoints: 0 },
    },
    { method: 'snapshot', members: 1, epochs: 0.5, learningRate: 0.05 },
    { method: 'mimo', members: 2, repetitions: 2, epochs: 0.5 },
  ],
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};

let workshop: Workshop;
let family: Model[];
let labels: Labels;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, env } = workshop;
  const { id } = await startExperiment(db, queue, config);
  const worker = await startWorker(env);
  await untilItEnds(db, id);
  await worker.stop();
  labels = (await findDataset(workshop.datasets, 'mnist').load('test')).labels.slice(0, config.data.test);
  family = await db.manager.find(Model, { where: { experimentId: id }, order: { position: 'ASC' } });
}, 120_000);
afterAll(() => workshop.close());

test('any models are measured again as one ensemble from their predictions alone, all members of a network among them', async () => {
  const { db, queue, env, run } = workshop;
  for (const { weightsDigest } of family) await rm(join(env.KINDRED_ARTIFACTS, artifactPath(weightsDigest!)));
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

  const { modelIds, ...measures } = wish;
  const expected = evaluateEnsemble(await predictionsOf(family), labels, {
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
  expect(evaluation!.metrics.nll.definition).toContain('mean-logits of 8 members, the parent among them');
});

test('the files of what members give say all that their ensemble was measured from', async () => {
  const { experimentId } = family[0]!;
  const { metrics } = await workshop.db.manager.findOneByOrFail(Evaluation, {
    experimentId,
    name: 'prune-and-tune',
  });
  const files = await Promise.all(family.filter(({ kind }) => kind === 'child').map(readLogits));
  const { values } = whatIf(
    files.flatMap(({ members }) => members),
    files[0]!.labels!,
  );
  const together = values([...files.keys()]);
  for (const name of ['accuracy', 'nll', 'ece', 'kl', 'pdr'] as const)
    expect(together[name]).toBeCloseTo(metrics[name]!.value, 12);
});

test('the squared error of two draws of masks is their bias, variance and covariance, measured beside it', async () => {
  const { experimentId } = family[0]!;
  const { metrics } = await workshop.db.manager.findOneByOrFail(Evaluation, {
    experimentId,
    name: 'prune-and-tune',
  });
  const { trials, members, squaredError, biasSquared, variance, covariance } = metrics.decomposition!;
  expect([trials, members]).toEqual([2, 2]);
  const children = family.filter(({ kind }) => kind === 'child');
  const errors = [children.slice(0, 2), children.slice(2)].map(async (pair) =>
    brier(meanSoftmax(await predictionsOf(pair)), labels),
  );
  const [one, two] = (await Promise.all(errors)) as [number, number];
  expect(squaredError.value).toBeCloseTo((one + two) / 2, 12);
  expect(biasSquared.value + variance.value / 2 + covariance.value / 2).toBeCloseTo(squaredError.value, 12);
  expect(variance.value).toBeGreaterThan(0);
  expect(variance.definition).toContain('expectation over 2 draws of masks from one parent, 2 members each');
});

test('members of one draw have no expectation over draws', async () => {
  const { experimentId } = family[0]!;
  const { metrics } = await workshop.db.manager.findOneByOrFail(Evaluation, {
    experimentId,
    name: 'snapshot',
  });
  expect(metrics).not.toHaveProperty('decomposition');
});

/** The stored logits of each member. */
async function predictionsOf(models: readonly Model[]): Promise<ClassScores[]> {
  return (await Promise.all(models.map(readLogits))).flatMap(({ members }) => members);
}

async function readLogits({ experimentId, name }: Model): Promise<ReadLogits> {
  const { logitsDigest } = await workshop.db.manager.findOneByOrFail(Evaluation, { experimentId, name });
  return decodeLogits(await workshop.artifacts.read(logitsDigest!));
}
