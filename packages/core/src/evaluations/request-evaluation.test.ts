import { afterEach, beforeEach, expect, test } from 'vitest';
import { Experiment } from '../experiments/experiment.entity.ts';
import { beginJob } from '../jobs/begin-job.ts';
import { completeJob } from '../jobs/complete-job.ts';
import { failJob } from '../jobs/fail-job.ts';
import { Job } from '../jobs/job.entity.ts';
import {
  createInertQueue,
  createTestDatabase,
  type Family,
  type InertQueue,
  insertFamily,
  type TestDatabase,
} from '../testing/index.ts';
import { sampleEvaluation } from '../testing/sample-results.ts';
import { defineEvaluation } from './define-evaluation.ts';
import { Evaluation } from './evaluation.entity.ts';
import { evaluationMeasures } from './evaluation-measures.ts';
import type { EnsembleRequest } from './find-ensemble.ts';
import { requestEvaluation } from './request-evaluation.ts';

let database: TestDatabase;
let queue: InertQueue;
let family: Family;
beforeEach(async () => {
  database = await createTestDatabase();
  queue = createInertQueue();
  family = await insertFamily(database.dataSource);
});
afterEach(() => database.drop());

const ids = (...models: { id: string }[]) => models.map(({ id }) => id);
const request = (modelIds: string[], values: Partial<EnsembleRequest> = {}) =>
  requestEvaluation(database.dataSource, queue, { modelIds, ...values });
const mixed = () => ids(family.snapshots[0]!, family.parent, family.children[2]!);

test('any members are measured as one ensemble, in the order of the family, by the usual measures', async () => {
  const { evaluation, job } = await request(mixed());
  expect(evaluation).toBeNull();
  expect(job).toMatchObject({
    name: 'evaluate-ensemble',
    status: 'queued',
    payload: {
      name: 'chosen',
      memberIds: ids(family.parent, family.children[2]!, family.snapshots[0]!),
      measures: { averaging: 'mean-softmax', klPairs: 'ordered', eceBins: 15, confidence: 0.95 },
    },
  });
  expect(queue.enqueued).toMatchObject([{ id: job!.id }]);
});

test('asked again, in any order or at the same time, they are queued once; by other measures they are others', async () => {
  const jobs = await Promise.all([request(mixed()), request(mixed().reverse())]);
  const again = await request(mixed());
  expect(new Set([...jobs, again].map(({ job }) => job!.id)).size).toBe(1);
  await request(mixed(), { averaging: 'mean-logits' });
  await request(mixed().slice(1));
  expect(queue.enqueued).toHaveLength(3);
});

test('once measured, the answer is the evaluation, which says whether the parent is a member', async () => {
  const { job } = await request(mixed(), { klPairs: 'i<j' });
  const members = [family.parent, family.children[2]!, family.snapshots[0]!];
  await beginJob(database.dataSource, job!.id);
  await completeJob(database.dataSource, queue, job!.id, async (transaction) => {
    await transaction.insert(Evaluation, {
      ...sampleEvaluation(3),
      experimentId: family.experiment.id,
      name: 'chosen',
      members: ids(...members),
      definition: defineEvaluation(evaluationMeasures.parse({ klPairs: 'i<j' }), members),
    });
  });
  const { evaluation, job: none } = await request(mixed(), { klPairs: 'i<j' });
  expect(none).toBeNull();
  expect(evaluation).toMatchObject({ name: 'chosen', definition: { klPairs: 'i<j', includesParent: true } });
  expect((await request(mixed())).job).not.toBeNull();
});

test('an ensemble of the plan by the plan’s measures is answered with what the plan measured', async () => {
  expect(await request(ids(...family.children))).toMatchObject({
    evaluation: { name: 'prune-and-tune' },
    job: null,
  });
  expect(await request(ids(family.children[0]!))).toMatchObject({
    evaluation: { name: 'child-1' },
    job: null,
  });
  expect(queue.enqueued).toEqual([]);
});

test('after a failure it is tried again, and the experiment is as done as before', async () => {
  const { job } = await request(mixed());
  await beginJob(database.dataSource, job!.id);
  await failJob(database.dataSource, job!.id, new Error('The disk is full.'), { final: true });
  expect((await request(mixed())).job).toMatchObject({ status: 'queued' });
  const { status } = await database.dataSource.manager.findOneByOrFail(Experiment, {
    id: family.experiment.id,
  });
  expect(status).toBe('done');
});

test.each<[string, () => string[], Partial<EnsembleRequest>, string, string]>([
  ['no models', () => [], {}, 'BAD_INPUT', 'No models came'],
  ['a model twice', () => [...mixed(), family.parent.id], {}, 'BAD_INPUT', 'A model came twice'],
  ['no bins', mixed, { eceBins: 0 }, 'BAD_INPUT', 'eceBins: Too small: expected number to be >=1 (got 0)'],
  ['certainty', mixed, { confidence: 1 }, 'BAD_INPUT', 'confidence:'],
  ['a vote', mixed, { averaging: 'vote' as 'mean-logits' }, 'BAD_INPUT', 'averaging:'],
  ['an unknown model', () => ['00000000-0000-4000-8000-000000000000'], {}, 'NOT_FOUND', 'No model "0000'],
])('%s: refused, and nothing is queued', async (_case, modelIds, values, code, message) => {
  await expect(request(modelIds(), values)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
  expect(queue.enqueued).toEqual([]);
});

test('models of two experiments, or without predictions, are refused', async () => {
  const other = await insertFamily(database.dataSource);
  await expect(request(ids(family.parent, other.parent))).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'Models of 2 experiments came: members are of one.',
  });
  await database.dataSource.manager.update(
    Evaluation,
    { experimentId: family.experiment.id, name: 'child-3' },
    { logitsDigest: null },
  );
  await expect(request(mixed())).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'child-3 has no stored predictions yet: ask again when it is measured.',
  });
  expect(await database.dataSource.manager.countBy(Job, { requested: true })).toBe(0);
});
