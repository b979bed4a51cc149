import { Experiment } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  const { config } = family.experiment;
  await api.db.getRepository(Experiment).insert(['b', 'c', 'd', 'e'].map((name) => ({ name, config })));
});
afterAll(() => api.close());

interface Connection {
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** Every node of a list, page by page, and how many there were by each page's account. */
async function readAll(field: (page: string) => string, first: number, pick: (data: never) => Connection) {
  const nodes: Record<string, unknown>[] = [];
  const totals = new Set<number>();
  let after: string | null = null;
  for (;;) {
    const page = `first: ${first}${after ? `, after: "${after}"` : ''}`;
    const { data, errors } = await api.ask(`{ ${field(page)} }`);
    expect(errors).toEqual([]);
    const { pageInfo, totalCount, nodes: found } = pick(data as never);
    nodes.push(...found);
    totals.add(totalCount);
    expect(found.length).toBeLessThanOrEqual(first);
    if (!pageInfo.hasNextPage) return { nodes, totals: [...totals] };
    after = pageInfo.endCursor;
  }
}

const parts = (node: string) => `{ nodes { ${node} } pageInfo { hasNextPage endCursor } totalCount }`;

test('experiments, newest first, each once', async () => {
  const list = (page: string) => `experiments(${page}) ${parts('name createdAt')}`;
  const pick = ({ experiments }: { experiments: Connection }) => experiments;
  const { nodes, totals } = await readAll(list, 2, pick);
  expect(totals).toEqual([5]);
  expect(nodes.map(({ name }) => name).sort()).toEqual(['First look at MNIST', 'b', 'c', 'd', 'e']);
  expect(nodes.at(-1)!.name).toBe('First look at MNIST');
});

test.each([1, 3, 100])('the family in order, %i at a time', async (first) => {
  const list = (page: string) =>
    `experiment(id: "${family.experiment.id}") { models(${page}) ${parts('name')} }`;
  const pick = ({ experiment }: { experiment: { models: Connection } }) => experiment.models;
  const { nodes, totals } = await readAll(list, first, pick);
  expect(totals).toEqual([7]);
  expect(nodes.map(({ name }) => name)).toEqual([
    'parent',
    ...['child-1', 'child-2', 'child-3', 'child-4'],
    ...['snapshot-1', 'snapshot-2'],
  ]);
});

test('jobs by model, training first, the family’s own last', async () => {
  const list = (page: string) =>
    `experiment(id: "${family.experiment.id}") { jobs(${page}) ${parts('id name model { name }')} }`;
  const pick = ({ experiment }: { experiment: { jobs: Connection } }) => experiment.jobs;
  const { nodes, totals } = await readAll(list, 5, pick);
  expect(totals).toEqual([nodes.length]);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  expect(nodes.slice(0, 4).map(({ name }) => name)).toEqual([
    'train-model',
    'evaluate-model',
    'visualize-neurons',
    'train-model',
  ]);
  expect(nodes.slice(-2).map(({ name }) => name)).toEqual(['evaluate-ensemble', 'evaluate-ensemble']);
});

test('the neurons of a layer by channel', async () => {
  const list = (page: string) =>
    `model(id: "${family.parent.id}") { neurons(layer: "stage1.block0", ${page}) ${parts('channel')} }`;
  const pick = ({ model }: { model: { neurons: Connection } }) => model.neurons;
  const { nodes, totals } = await readAll(list, 7, pick);
  expect(totals).toEqual([16]);
  expect(nodes.map(({ channel }) => channel)).toEqual(Array.from({ length: 16 }, (_, channel) => channel));
});

test('a cursor of another list is refused', async () => {
  const { data } = await api.ask('{ experiments(first: 1) { pageInfo { endCursor } } }');
  const { errors } = await api.ask(
    `{ model(id: "${family.parent.id}") { children(first: 1, after: "${data.experiments.pageInfo.endCursor}") { totalCount } } }`,
  );
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('is not a cursor of this list'),
    extensions: { code: 'BAD_INPUT' },
  });
});
