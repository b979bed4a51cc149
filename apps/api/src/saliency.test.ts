import { type Family, insertFamily, insertSaliencyMaps } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  const models = [family.parent, ...family.children];
  const recipe = { method: 'gradient', target: 'label', seed: 1 } as const;
  await insertSaliencyMaps(api.db, models, recipe);
  await insertSaliencyMaps(api.db, models.slice(0, 1), { ...recipe, target: '3' });
});
afterAll(() => api.close());

const mapsOf = (filter: string) =>
  api.ask(
    `query ($id: ID!) { experiment(id: $id) { saliencyMaps(first: 100${filter}) { totalCount nodes {
      model { name } imageIndex method target seed status attributionsDigest image { url width height }
      result { class predicted label sanity { value definition } }
      agreements { with { model { name } } topOverlap { value definition } }
    } } } }`,
    { id: family.experiment.id },
  );

test('a family’s maps come in its order, each with its agreement with every relative', async () => {
  const { data, errors } = await mapsOf(', imageIndex: 0, method: "gradient", target: "label", seed: 1');
  expect(errors).toEqual([]);
  const { nodes, totalCount } = data.experiment.saliencyMaps;
  const names = ['parent', 'child-1', 'child-2', 'child-3', 'child-4'];
  expect(totalCount).toBe(5);
  expect(nodes.map(({ model }: { model: { name: string } }) => model.name)).toEqual(names);
  expect(nodes[1]).toMatchObject({
    imageIndex: 0,
    status: 'DONE',
    image: { url: expect.stringMatching(/^\/artifacts\/[0-9a-f]{64}$/), width: 28, height: 28 },
    result: { class: 7, predicted: 7, label: 7, sanity: { value: 0.1, definition: 'rank correlation v1' } },
    agreements: ['parent', 'child-2', 'child-3', 'child-4'].map((name) => ({
      with: { model: { name } },
      topOverlap: { value: 0.5, definition: 'top overlap v1' },
    })),
  });
});

test('agreements can be asked for with one relative’s maps alone', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!, $with: ID!) { experiment(id: $id) {
      saliencyMaps(first: 100, imageIndex: 0, method: "gradient", target: "label", seed: 1) { nodes {
        model { name } agreements(with: $with) { with { model { name } } topOverlap { value } }
      } }
    } }`,
    { id: family.experiment.id, with: family.children[1]!.id },
  );
  expect(errors).toEqual([]);
  const agreements = [{ with: { model: { name: 'child-2' } }, topOverlap: { value: 0.5 } }];
  expect(data.experiment.saliencyMaps.nodes).toEqual(
    ['parent', 'child-1', 'child-2', 'child-3', 'child-4'].map((name) => ({
      model: { name },
      agreements: name === 'child-2' ? [] : agreements,
    })),
  );
});

test('filters narrow a model’s maps too', async () => {
  for (const [filter, count] of [
    ['', 2],
    [', target: "3"', 1],
    [', imageIndex: 1', 0],
    [', method: "lime"', 0],
  ]) {
    const { data } = await api.ask(
      `query ($id: ID!) { model(id: $id) { saliencyMaps(first: 1${filter}) { totalCount } } }`,
      { id: family.parent.id },
    );
    expect([filter, data.model.saliencyMaps.totalCount]).toEqual([filter, count]);
  }
});

test('the maps of a family take as few statements as one of them', async () => {
  const one = await countStatements(api.db, () => mapsOf(', target: "3"'));
  expect(await countStatements(api.db, () => mapsOf(', target: "label"'))).toBe(one);
});

const request = (changes: object) =>
  api.ask(
    `mutation ($input: RequestSaliencyInput!) { requestSaliency(input: $input) { saliencyMaps {
      id status method target seed model { name } image { url } result { class } agreements { with { id } }
    } } }`,
    { input: { models: [family.children[1]!.id, family.parent.id], images: [4], ...changes } },
  );

test('maps are asked for once, by the paper’s SmoothGrad of the class predicted unless something else is said', async () => {
  const { data, errors } = await request({});
  expect(errors).toEqual([]);
  expect(data.requestSaliency.saliencyMaps).toMatchObject(
    ['child-2', 'parent'].map((name) => ({
      status: 'QUEUED',
      method: 'smoothgrad-paper',
      target: 'predicted',
      seed: 1,
      model: { name },
      image: null,
      result: null,
      agreements: [],
    })),
  );
  const before = await countRows(api.db);
  expect((await request({})).data).toEqual(data);
  expect(await countRows(api.db)).toEqual(before);
});

test.each([
  ['an image beyond the set', { images: [10_000] }, 'There is no image 10000'],
  ['a class that does not exist', { target: '10' }, 'There is no class 10'],
  ['an unknown method', { method: 'lime' }, 'method: '],
  ['no id', { models: ['abc'] }, '"abc" is not the id of a model'],
])('%s is refused, and nothing is written', async (_case, changes, message) => {
  const before = await countRows(api.db);
  const { errors } = await request({ seed: 5, ...changes });
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code: 'BAD_INPUT' },
  });
  expect(await countRows(api.db)).toEqual(before);
});
