import { Evaluation } from '@kindred/core';
import { type Family, insertFamily, sampleEvaluation } from '@kindred/core/testing';
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

test('an ensemble of several draws of masks says what its squared error consists of', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!) { experiment(id: $id) { ensembles { evaluation { decomposition {
      trials members squaredError { value } biasSquared { value } variance { value definition } covariance { value }
    } } } } }`,
    { id: family.experiment.id },
  );
  expect(errors).toEqual([]);
  const [pruneAndTune, snapshot] = data.experiment.ensembles;
  expect(snapshot.evaluation.decomposition).toBeNull();
  const { squaredError, biasSquared, variance, covariance, ...counts } =
    pruneAndTune.evaluation.decomposition;
  expect(counts).toEqual({ trials: 2, members: 2 });
  expect(biasSquared.value + variance.value / 2 + covariance.value / 2).toBeCloseTo(squaredError.value, 12);
  expect(variance.definition).toBe('variance v1');
});

test('every evaluation of an experiment is listed with its members', async () => {
  const { data, errors } = await api.ask(
    'query ($id: ID!) { experiment(id: $id) { evaluations(first: 100) { totalCount nodes { name members { name } } } } }',
    { id: family.experiment.id },
  );
  expect(errors).toEqual([]);
  const { nodes, totalCount } = data.experiment.evaluations;
  expect(totalCount).toBe(9);
  expect(nodes).toContainEqual({
    name: 'snapshot',
    members: [{ name: 'snapshot-1' }, { name: 'snapshot-2' }],
  });
});

test('a model’s evaluation names the predictions that it was measured from, an ensemble’s has none of its own', async () => {
  const { data, errors } = await api.ask(
    'query ($id: ID!) { experiment(id: $id) { parent { evaluation { logitsDigest } } ensembles { evaluation { logitsDigest } } } }',
    { id: family.experiment.id },
  );
  expect(errors).toEqual([]);
  const { parent, ensembles } = data.experiment;
  const found = await api.ask('query ($id: ID!) { node(id: $id) { ... on Artifact { byteLength } } }', {
    id: parent.evaluation.logitsDigest,
  });
  expect(found.data.node).toEqual({ byteLength: 'logits of parent'.length });
  expect(ensembles).toEqual([0, 1].map(() => ({ evaluation: { logitsDigest: null } })));
});

test('evaluations on spoiled images are apart from those on images as they are, and can be chosen', async () => {
  const { id } = family.experiment;
  const conditions = [1, 5].flatMap((severity) =>
    ['contrast', 'shot-noise'].map((corruption) => ({ corruption, severity })),
  );
  await api.db.manager.insert(
    Evaluation,
    conditions.map((condition) => ({
      ...sampleEvaluation(1),
      ...(condition as { corruption: 'contrast'; severity: number }),
      experimentId: id,
      name: 'parent',
      members: [family.parent.id],
    })),
  );
  const { data, errors } = await api.ask(
    `query ($id: ID!) {
      experiment(id: $id) {
        parent { evaluation { name corruption severity } }
        corruptedEvaluations(first: 10, name: "parent", corruption: "contrast") { totalCount nodes { name corruption severity } }
        worst: corruptedEvaluations(first: 1, severity: 5) { totalCount nodes { severity } }
        corruptedAccuracies { name severity accuracy corruptions }
      }
    }`,
    { id },
  );
  expect(errors).toEqual([]);
  const { parent, corruptedEvaluations, worst, corruptedAccuracies } = data.experiment;
  expect(parent.evaluation).toEqual({ name: 'parent', corruption: null, severity: null });
  expect(corruptedEvaluations).toEqual({
    totalCount: 2,
    nodes: [1, 5].map((severity) => ({ name: 'parent', corruption: 'contrast', severity })),
  });
  expect(worst).toEqual({ totalCount: 2, nodes: [{ severity: 5 }] });
  expect(corruptedAccuracies).toEqual(
    [1, 5].map((severity) => ({ name: 'parent', severity, accuracy: 0.98, corruptions: 2 })),
  );
});

const measure = (changes: object) =>
  api.ask(
    `mutation ($input: RequestEvaluationInput!) { requestEvaluation(input: $input) {
      evaluation { name members { name } averaging klPairs eceBins confidence includesParent accuracy { value } }
      job { name status }
    } }`,
    { input: { models: [family.parent.id, family.children[0]!.id], ...changes } },
  );

test('any members are asked for as an ensemble, and its job says how it stands', async () => {
  for (const _ of ['once', 'again']) {
    const { data } = await measure({ averaging: 'mean-logits' });
    expect(data.requestEvaluation).toEqual({
      evaluation: null,
      job: { name: 'evaluate-ensemble', status: 'QUEUED' },
    });
  }
  const jobs = await api.db.query(`select payload from job where requested and name = 'evaluate-ensemble'`);
  expect(jobs).toMatchObject([{ payload: { measures: { averaging: 'mean-logits', eceBins: 15 } } }]);
});

test('members that are measured so already come with their evaluation', async () => {
  const before = await countRows(api.db);
  const { data } = await measure({ models: family.children.map(({ id }) => id) });
  expect(data.requestEvaluation).toEqual({
    evaluation: {
      name: 'prune-and-tune',
      members: ['child-1', 'child-2', 'child-3', 'child-4'].map((name) => ({ name })),
      averaging: 'mean-softmax',
      klPairs: 'ordered',
      eceBins: 15,
      confidence: 0.95,
      includesParent: false,
      accuracy: { value: 0.98 },
    },
    job: null,
  });
  expect(await countRows(api.db)).toEqual(before);
});

test.each([
  ['no model', { models: ['abc'] }, '"abc" is not the id of a model'],
  ['a vote', { averaging: 'vote' }, 'averaging: Invalid option'],
])('an ensemble of %s is refused', async (_case, changes, message) => {
  const { errors } = await measure(changes);
  expect(errors[0]).toMatchObject({
    extensions: { code: 'BAD_INPUT' },
    message: expect.stringContaining(message),
  });
});

const ensembleOf = (members: string[], choices = '') =>
  api.ask(
    `query ($members: [ID!]!) { ensemble(members: $members${choices}) {
      name size members { name } evaluation { averaging accuracy { value } } job { status }
    } }`,
    { members },
  );

test('an ensemble of any members is asked what is measured of it, and computes nothing', async () => {
  const before = await countRows(api.db);
  const { data } = await ensembleOf(family.children.map(({ id }) => id).toReversed());
  expect(data.ensemble).toEqual({
    name: 'prune-and-tune',
    size: 4,
    members: ['child-1', 'child-2', 'child-3', 'child-4'].map((name) => ({ name })),
    evaluation: { averaging: 'mean-softmax', accuracy: { value: 0.98 } },
    job: null,
  });
  expect(await countRows(api.db)).toEqual(before);
});

test('an ensemble that nobody has measured has no evaluation, and a job once it is asked for', async () => {
  const members = [family.parent, family.snapshots[1]!].map(({ id }) => id);
  const unmeasured = { name: 'chosen', size: 2, evaluation: null };
  expect((await ensembleOf(members)).data.ensemble).toMatchObject({ ...unmeasured, job: null });
  await measure({ models: members });
  expect((await ensembleOf(members)).data.ensemble).toMatchObject({
    ...unmeasured,
    job: { status: 'QUEUED' },
  });
  const other = await ensembleOf(members, ', averaging: "mean-logits"');
  expect(other.data.ensemble).toMatchObject({ ...unmeasured, job: null });
});

test('an ensemble of an experiment names the job that is to measure it', async () => {
  const { id } = family.experiment;
  await api.db.query(`delete from evaluation where name = 'snapshot'`);
  const { data } = await api.ask(
    'query ($id: ID!) { experiment(id: $id) { ensembles { name job { name status } } } }',
    { id },
  );
  expect(data.experiment.ensembles).toEqual([
    { name: 'prune-and-tune', job: null },
    { name: 'snapshot', job: { name: 'evaluate-ensemble', status: 'DONE' } },
  ]);
});

test.each([
  ['of nobody', () => [], '', 'No models came'],
  ['of no id', () => ['child-1'], '', '"child-1" is not the id of a model'],
  ['of one twice', () => [family.parent.id, family.parent.id], '', 'A model came twice'],
  ['by a vote', () => [family.parent.id], ', averaging: "vote"', 'averaging: Invalid option'],
])('an ensemble %s is no question', async (_case, members, choices, message) => {
  const { errors } = await ensembleOf(members(), choices);
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
});
