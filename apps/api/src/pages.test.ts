import { Experiment } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

/** Started a day after each other; two of one name are told apart by their ids. */
const others = [
  { name: 'Later', status: 'queued' },
  { name: 'More', status: 'running' },
  { name: 'More', status: 'running' },
  { name: 'Up 100%', status: 'failed' },
] as const;
const askedFor = ['First look at MNIST', ...others.map(({ name }) => name)];
type Names = string[];

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  const { config } = family.experiment;
  for (const [day, { name, status }] of others.entries()) {
    const startedAt = new Date(Date.UTC(2026, 0, day + 2));
    await api.db.getRepository(Experiment).insert({ name, config, status, startedAt });
  }
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

test.each([
  ['NEWEST', (page: Names) => page.toReversed()],
  ['OLDEST', (page: Names) => page],
  ['NAME', (page: Names) => page.toSorted()],
])('experiments by %s, each once', async (order, inOrder) => {
  const list = (page: string) => `experiments(order: ${order}, ${page}) ${parts('name')}`;
  const pick = ({ experiments }: { experiments: Connection }) => experiments;
  const { nodes } = await readAll(list, 2, pick);
  expect(nodes.map(({ name }) => name)).toEqual(inOrder(askedFor));
});

test.each([
  ['status: RUNNING', ['More', 'More']],
  ['status: [RUNNING, FAILED]', ['More', 'More', 'Up 100%']],
  ['dataset: "mnist"', askedFor],
  ['architecture: "resnet8", status: DONE', ['First look at MNIST']],
  ['search: "LOOK at"', ['First look at MNIST']],
  ['search: "0%"', ['Up 100%']],
  ['search: "_"', []],
  ['startedAfter: "2026-01-03T00:00:00Z", startedBefore: "2026-01-04T00:00:00Z"', ['More']],
  ['startedBefore: "2026-01-04T00:00:00Z", status: null', ['Later', 'More']],
])('experiments with %s, page by page', async (filter, names) => {
  const list = (page: string) =>
    `experiments(filter: { ${filter} }, order: OLDEST, ${page}) ${parts('name')}`;
  const pick = ({ experiments }: { experiments: Connection }) => experiments;
  const { nodes, totals } = await readAll(list, 1, pick);
  expect(nodes.map(({ name }) => name)).toEqual(names);
  expect(totals).toEqual([names.length]);
});

test.each([
  ['dataset: "mnis"', 'Unknown dataset "mnis": known here are mnist.'],
  ['architecture: "resnet9"', 'Unknown architecture "resnet9": known here are resnet8.'],
  ['status: []', '- status: '],
  ['search: "\\u0000"', '- search: must be text without null characters'],
  [
    'startedAfter: "2026-01-02T00:00:00Z", startedBefore: "2026-01-02T00:00:00Z"',
    '- startedBefore: must be later than startedAfter (got "2026-01-02T00:00:00.000Z")',
  ],
])('a filter with %s is refused', async (filter, message) => {
  const { errors } = await api.ask(`{ experiments(first: 1, filter: { ${filter} }) { totalCount } }`);
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
});

test('a cursor holds in every order: a page goes on after the same experiment', async () => {
  const oldest = await api.ask('{ experiments(first: 2, order: OLDEST) { pageInfo { endCursor } } }');
  const { data } = await api.ask(
    `query ($after: String) {
      byName: experiments(first: 1, after: $after, order: NAME) { nodes { name } }
      newest: experiments(first: 1, after: $after) { nodes { name } }
    }`,
    { after: oldest.data.experiments.pageInfo.endCursor },
  );
  expect(data.byName.nodes).toEqual([{ name: 'More' }]);
  expect(data.newest.nodes).toEqual([{ name: 'First look at MNIST' }]);
});

test.each([
  ['kind: SNAPSHOT', ['snapshot-1', 'snapshot-2']],
  ['kind: [PARENT, SNAPSHOT], trained: true', ['parent', 'snapshot-1', 'snapshot-2']],
  ['kind: CHILD, trained: false', []],
])('the family’s models with %s', async (filter, names) => {
  const list = (page: string) =>
    `experiment(id: "${family.experiment.id}") { models(filter: { ${filter} }, ${page}) ${parts('name')} }`;
  const pick = ({ experiment }: { experiment: { models: Connection } }) => experiment.models;
  const { nodes, totals } = await readAll(list, 1, pick);
  expect(nodes.map(({ name }) => name)).toEqual(names);
  expect(totals).toEqual([names.length]);
});

test('checkpoints are asked of their models', async () => {
  const { errors } = await api.ask(
    `{ experiment(id: "${family.experiment.id}") { models(first: 1, filter: { kind: CHECKPOINT }) { totalCount } } }`,
  );
  expect(errors).toMatchObject([
    { message: expect.stringContaining('for `checkpoints`'), extensions: { code: 'BAD_INPUT' } },
  ]);
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

test('chosen neurons of a layer, each once and by channel', async () => {
  const list = (page: string) =>
    `model(id: "${family.parent.id}") { neurons(layer: "stage1.block0", channels: [9, 2, 15, 2], ${page}) ${parts('channel')} }`;
  const pick = ({ model }: { model: { neurons: Connection } }) => model.neurons;
  const { nodes, totals } = await readAll(list, 2, pick);
  expect(totals).toEqual([3]);
  expect(nodes.map(({ channel }) => channel)).toEqual([2, 9, 15]);
  const { errors } = await api.ask(
    `{ model(id: "${family.parent.id}") { neurons(layer: "stage1.block0", channels: [16], first: 1) { totalCount } } }`,
  );
  expect(errors[0]).toMatchObject({
    message: 'Unknown neuron "stage1.block0:16": stage1.block0 has 16 channels (0–15).',
    extensions: { code: 'BAD_INPUT' },
  });
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
