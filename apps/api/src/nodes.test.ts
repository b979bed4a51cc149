import { type Family, insertFamily, insertGrids, insertSaliencyMaps } from '@kindred/core/testing';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from './schema/build-schema.ts';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  await insertSaliencyMaps(api.db, [family.parent], { method: 'gradient', target: 'label', seed: 1 });
  await insertGrids(api.db, [family.parent], { layer: 'stage1.block0', preset: 'quick', seed: 1 });
});
afterAll(() => api.close());

/** Ids of a table's rows, in their order. */
async function idsIn(table: string): Promise<string[]> {
  const rows: { id: string }[] = await api.db.query(`select id from ${table} order by id`);
  return rows.map(({ id }) => id);
}

/** These are found through the viewer alone. */
const ofViewer = ['Person', 'Workspace', 'Invitation', 'ApiKey', 'AuditEntry'];

test('whatever has an id is a node, and all but notes and artifacts take notes', () => {
  const types = Object.values(buildSchema().getTypeMap()).filter(isObjectType);
  const named = types.filter((type) => 'id' in type.getFields() && !ofViewer.includes(type.name));
  expect(named.length).toBeGreaterThan(0);
  for (const type of named) {
    const interfaces = ['Note', 'Artifact'].includes(type.name) ? ['Node'] : ['Node', 'Notable'];
    expect([type.name, type.getInterfaces().map(({ name }) => name)]).toEqual([type.name, interfaces]);
  }
});

test('a node of every kind is found by its id, and answers as what it is', async () => {
  const tables = ['experiment', 'model', 'visualization', 'job', 'evaluation', 'saliency_map'];
  const rows = await Promise.all(
    [...tables, 'activation_grid'].map(async (table) => (await idsIn(table))[0]!),
  );
  const ids = [...rows, `${family.parent.id}/stage1.block0:3`];
  const { data, errors } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      __typename id
      ... on Experiment { name }
      ... on Model { experiment { name } }
      ... on Visualization { hashes { version } neuron { model { id } } }
      ... on Job { progress { unit } }
      ... on Evaluation { members { name } }
      ... on SaliencyMap { model { name } }
      ... on ActivationGrid { model { name } }
      ... on Neuron { ref }
    } }`,
    { ids },
  );
  expect(errors).toEqual([]);
  expect(data.nodes).toMatchObject([
    { __typename: 'Experiment', name: family.experiment.name },
    { __typename: 'Model', experiment: { name: family.experiment.name } },
    { __typename: 'Visualization', hashes: { version: 'imagehash-1' } },
    { __typename: 'Job', progress: {} },
    { __typename: 'Evaluation', members: expect.arrayContaining([{ name: expect.any(String) }]) },
    { __typename: 'SaliencyMap', model: { name: 'parent' } },
    { __typename: 'ActivationGrid', model: { name: 'parent' } },
    { __typename: 'Neuron', ref: 'stage1.block0:3' },
  ]);
  expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('a hundred pictures cost as many statements as one', async () => {
  const ids = (await idsIn('visualization')).slice(0, 100);
  const ask = async (some: string[]) => {
    const { data } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: some });
    expect(data.nodes).toEqual(some.map((id) => ({ id })));
  };
  expect(ids.length).toBeGreaterThan(50);
  expect(await countStatements(api.db, () => ask(ids))).toBe(2);
  expect(await countStatements(api.db, () => ask(ids.slice(0, 1)))).toBe(2);
});

test('what names nothing here is null', async () => {
  const { data, errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [
      nobody,
      family.parent.id.toUpperCase(),
      `${nobody}/stage1.block0:3`,
      `${family.parent.id}/mixed4a:3`,
      `${family.parent.id}/stage1.block0:16`,
    ],
  });
  expect(errors).toEqual([]);
  expect(data.nodes).toEqual([null, { id: family.parent.id }, null, null, null]);
  expect((await api.ask(`{ node(id: "${nobody}") { id } }`)).data).toEqual({ node: null });
});

test.each([
  ['child-1', '"child-1" is not the id of a node: ids are UUIDs such as'],
  ['child-1/stage1.block0:3', 'a neuron’s is its model’s with its address, such as'],
  [`${nobody}/stage1`, '"stage1" is not a neuron: write layer:channel'],
])('%s is no id', async (id, message) => {
  const { errors } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
});

test('more than a hundred ids are refused, and each counts', async () => {
  const many = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 101 }, () => nobody),
  });
  expect(many.errors).toMatchObject([
    {
      message: expect.stringContaining('101 ids came and 100 are allowed'),
      extensions: { code: 'BAD_INPUT' },
    },
  ]);
  const deep = await api.ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Experiment { models(first: 100) { nodes { layers { name } } } } } }',
    { ids: Array.from({ length: 100 }, () => nobody) },
  );
  expect(deep.errors).toMatchObject([{ message: expect.stringContaining('values and 100000 are allowed') }]);
});
