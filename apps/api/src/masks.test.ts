import { MaskedTensor } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

const counts = 'weights both onlyThis onlyOther neither inherited';
const overlap = `maskOverlap(model: $other) { ${counts} distance complements tensors { tensor ${counts} } }`;

async function overlapOf(model: string, other: string) {
  const query = `query ($model: ID!, $other: ID!) { model(id: $model) { ${overlap} } }`;
  const { data, errors } = await api.ask(query, { model, other });
  expect(errors).toEqual([]);
  return data.model.maskOverlap;
}

test('a model’s mask says tensor by tensor what is left, and which filters are dead', async () => {
  const query = `query ($id: ID!) { model(id: $id) { mask {
    weights kept sparsity filters deadFilters collapsed
    tensors { tensor weights kept filters deadFilters withoutIncoming withoutOutgoing }
  } } }`;
  const { data } = await api.ask(query, { id: family.children[1]!.id });
  const { tensors, ...mask } = data.model.mask;
  const kept = tensors[0].kept + tensors[1].kept;
  expect(mask).toEqual({
    weights: 21,
    kept,
    sparsity: 1 - kept / 21,
    filters: 7,
    deadFilters: 4,
    collapsed: [],
  });
  expect(tensors).toMatchObject([
    { tensor: 'conv1.weight', weights: 9, filters: 3, deadFilters: 2 },
    { tensor: 'layer1.0.conv1.weight', weights: 12, withoutIncoming: [1], withoutOutgoing: [1, 2] },
  ]);
  expect((await api.ask(query, { id: family.parent.id })).data.model.mask).toBeNull();
});

test('of a layer that collapsed the mask warns', async () => {
  const { id: modelId } = family.children[3]!;
  const [collapsed] = await api.db.manager.findBy(MaskedTensor, { modelId, position: 1 });
  await api.db.manager.update(MaskedTensor, { modelId, position: 1 }, { kept: 0 });
  const { data } = await api.ask('query ($id: ID!) { model(id: $id) { mask { collapsed } } }', {
    id: modelId,
  });
  await api.db.manager.update(MaskedTensor, { modelId, position: 1 }, { kept: collapsed!.kept });
  expect(data.model.mask.collapsed).toEqual(['layer1.0.conv1.weight']);
});

test('siblings are complements in each tensor, as far apart as masks can be', async () => {
  const ofPair = await overlapOf(family.children[0]!.id, family.children[1]!.id);
  expect(ofPair).toMatchObject({ weights: 21, both: 0, neither: 0, inherited: 0, complements: true });
  expect(ofPair.distance).toBeCloseTo(Math.sqrt(21), 12);
  for (const { weights, both, neither, onlyThis, onlyOther } of ofPair.tensors)
    expect([both, neither, onlyThis + onlyOther]).toEqual([0, 0, weights]);
});

test('a mask that its training changes, as EDST’s does, has another overlap from then on', async () => {
  const [one, sibling] = family.children.map(({ id }) => id) as [string, string];
  const masks = api.db.getRepository(MaskedTensor);
  const tensorOf = (modelId: string) =>
    masks.findOneOrFail({ where: { modelId, position: 1 }, select: { bits: true, kept: true } });
  const [{ bits, kept }, before] = await Promise.all([tensorOf(one), tensorOf(sibling)]);
  expect((await overlapOf(one, sibling)).both).toBe(0);
  await masks.update({ modelId: sibling, position: 1 }, { bits, kept });
  expect((await overlapOf(one, sibling)).both).toBe(kept);
  await masks.update({ modelId: sibling, position: 1 }, before);
});

test('masks that split the weights are proved to, however many they are', async () => {
  const query = `query ($id: ID!, $others: [ID!]!) {
    model(id: $id) { maskPartition(models: $others) { weights keptByNone keptAgain exact } }
  }`;
  const [first, second, third] = family.children.map(({ id }) => id);
  const partitionOf = async (...others: string[]) => {
    const { data, errors } = await api.ask(query, { id: first, others });
    return data?.model.maskPartition ?? errors[0]!.message;
  };
  expect(await partitionOf(second!)).toEqual({ weights: 21, keptByNone: 0, keptAgain: 0, exact: true });
  expect(await partitionOf(second!, third!)).toMatchObject({ keptByNone: 0, exact: false });
  expect(await partitionOf(first!)).toBe('0 other models came; 1 to 63 can be named.');
});

test('strangers share some weights, and of what the one keeps the other inherits a part', async () => {
  const [child, stranger] = [family.children[0]!.id, family.children[2]!.id];
  const [there, back] = [await overlapOf(child, stranger), await overlapOf(stranger, child)];
  expect(there.complements).toBe(false);
  expect(there.both + there.onlyThis + there.onlyOther + there.neither).toBe(there.weights);
  expect(there.inherited).toBe(there.both / (there.both + there.onlyOther));
  expect([back.onlyThis, back.onlyOther, back.distance]).toEqual([
    there.onlyOther,
    there.onlyThis,
    there.distance,
  ]);
});

test('seven models cost as many statements as one', async () => {
  const ask = (first: number) =>
    api.ask(
      `query ($id: ID!, $other: ID!, $first: Int!) { experiment(id: $id) { models(first: $first) { nodes {
        mask { kept tensors { kept } } ${overlap}
      } } } }`,
      { id: family.experiment.id, other: family.children[0]!.id, first },
    );
  const one = await countStatements(api.db, () => ask(1));
  const seven = await countStatements(api.db, async () => {
    const { data } = await ask(7);
    const overlaps = data.experiment.models.nodes.filter(({ maskOverlap }: never) => maskOverlap);
    expect(overlaps).toHaveLength(4);
  });
  expect(seven).toBe(one);
});

test('masks of two families have no overlap', async () => {
  const [{ id }] = await api.db.query(
    `with other as (insert into experiment (name, config) select 'other', config from experiment limit 1 returning id)
     insert into model (experiment_id, name, position, kind, architecture)
     select id, 'parent', 0, 'parent', 'resnet8' from other returning id`,
  );
  const { errors } = await api.ask(`query ($model: ID!, $other: ID!) { model(id: $model) { ${overlap} } }`, {
    model: family.children[0]!.id,
    other: id,
  });
  expect(errors[0]).toMatchObject({
    message: 'child-1 and that parent are of two families: only masks of one parent have an overlap.',
    extensions: { code: 'BAD_INPUT' },
  });
});

test('so many overlaps at once that the database would count for minutes are refused', async () => {
  const many = Array.from({ length: 20 }, (_, n) => `o${n}: maskOverlap(model: $other) { both }`).join(' ');
  const { errors } = await api.ask(
    `query ($id: ID!, $other: ID!) { experiment(id: $id) { models(first: 100) { nodes { ${many} } } } }`,
    { id: family.experiment.id, other: family.children[0]!.id },
  );
  expect(errors[0]!.message).toMatch(/could answer 202\d{3} values and 100000 are allowed/);
});
