import { formatNeuronRef, Model, modelDistances, readHashesFrom } from '@kindred/core';
import { type Family, insertCheckpointPictures, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  await insertCheckpointPictures(api.db, family, family.children.slice(0, 2));
});
afterAll(() => api.close());

const distance = 'average { mean { value low high } calibration { position } }';
const query = `query ($id: ID!) { model(id: $id) { divergence {
  epoch model { name kind epoch status final { name } sibling { name } }
  toParent { preset seed ${distance} } toSibling { ${distance} }
} } }`;

test('a child’s way leads from its pruned parent to itself, beside its sibling’s', async () => {
  const { data, errors } = await api.ask(query, { id: family.children[0]!.id });
  expect(errors).toEqual([]);
  const points = data.model.divergence;
  const child = { kind: 'CHILD', epoch: null, status: 'DONE', final: null };
  const checkpoint = { kind: 'CHECKPOINT', status: 'DONE', final: { name: 'child-1' } };
  expect(points.map(({ model }: { model: object }) => model)).toEqual([
    { ...checkpoint, epoch: 0, name: 'child-1@0', sibling: { name: 'child-2@0' } },
    { ...checkpoint, epoch: 0.125, name: 'child-1@0.125', sibling: { name: 'child-2@0.125' } },
    { ...checkpoint, epoch: 0.25, name: 'child-1@0.25', sibling: { name: 'child-2@0.25' } },
    { ...checkpoint, epoch: 0.375, name: 'child-1@0.375', sibling: { name: 'child-2@0.375' } },
    { ...child, name: 'child-1', sibling: { name: 'child-2' } },
  ]);
  const [from, parent] = await Promise.all(
    ['child-1@0.25', 'parent'].map((name) => api.db.manager.findOneByOrFail(Model, { name })),
  );
  const [expected] = await modelDistances(readHashesFrom(api.db), [
    { from: from!.id, to: parent!.id, preset: 'quick', seed: 1 },
  ]);
  const { value, low, high } = expected!.hashes.average.mean;
  expect(points[2].toParent).toMatchObject({
    preset: 'quick',
    seed: 1,
    average: { mean: { value, low, high }, calibration: { position: expected!.hashes.average.position } },
  });
  for (const { toSibling } of points) expect(toSibling.average.mean.value).toBeGreaterThan(0);
});

test('a model that kept nothing on its way has none, and one without pictures has no distances', async () => {
  const ask = async (id: string) => (await api.ask(query, { id })).data.model.divergence;
  expect(await ask(family.parent.id)).toEqual([]);
  expect(await ask(family.snapshots[0]!.id)).toEqual([]);
  const lacking = await ask(family.children[2]!.id);
  expect(lacking.slice(0, 4).map(({ toParent }: { toParent: null }) => toParent)).toEqual(
    Array(4).fill(null),
  );
});

test('a neuron’s way has a picture and its distances at every point, in a few statements', async () => {
  const at = formatNeuronRef(family.neurons[0]!);
  const ask = () =>
    api.ask(
      `query ($id: ID!, $at: NeuronRef!) { model(id: $id) { neuron(at: $at) { divergence(preset: "quick", seed: 1) {
      epoch neuron { visualization { status image { url } } } toParent { meanShare } toSibling { meanShare }
    } } } }`,
      { id: family.children[0]!.id, at },
    );
  const { data, errors } = await ask();
  expect(errors).toEqual([]);
  const points = data.model.neuron.divergence;
  expect(points.map(({ epoch }: { epoch: number }) => epoch)).toEqual([0, 0.125, 0.25, 0.375, 2]);
  for (const { neuron, toParent, toSibling } of points) {
    expect(neuron.visualization.status).toBe('DONE');
    expect(toParent.meanShare).toBeGreaterThan(0);
    expect(toSibling.meanShare).toBeGreaterThan(0);
  }
  expect(await countStatements(api.db, ask)).toBeLessThanOrEqual(12);
});

test('checkpoints are no members of the family, neither in its list nor among pairs', async () => {
  const { data } = await api.ask(
    `query ($id: ID!) { experiment(id: $id) { models(first: 100) { totalCount nodes { kind checkpoints { id } } } } }`,
    { id: family.experiment.id },
  );
  const { totalCount, nodes } = data.experiment.models;
  expect(totalCount).toBe(7);
  const kept = nodes.map(({ kind, checkpoints }: { kind: string; checkpoints: [] }) => [
    kind,
    checkpoints.length,
  ]);
  expect(kept.filter(([, count]: [string, number]) => count > 0)).toEqual(Array(4).fill(['CHILD', 4]));
});
