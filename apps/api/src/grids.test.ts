import { beginJob, Job, reportProgress } from '@kindred/core';
import { type Family, insertFamily, insertGrids } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  const recipe = { layer: 'stage3.block0', preset: 'quick', seed: 1 } as const;
  await insertGrids(api.db, [family.parent, family.children[0]!], recipe);
  await insertGrids(api.db, [family.parent], { ...recipe, layer: 'stage2.block0' });
});
afterAll(() => api.close());

test('a family’s grids come in its order with the size of all cells, and filters narrow them', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!, $parent: ID!) {
      experiment(id: $id) { grids(first: 10, imageIndex: 0, layer: "stage3.block0") { nodes {
        model { name } status image { width height } job { id }
        result { rows columns cellSize grouping { groups error } }
      } } }
      model(id: $parent) { grids(first: 1) { totalCount } none: grids(first: 1, preset: "simple") { totalCount } }
    }`,
    { id: family.experiment.id, parent: family.parent.id },
  );
  expect(errors).toEqual([]);
  expect(data.experiment.grids.nodes).toEqual(
    ['parent', 'child-1'].map((name) => ({
      model: { name },
      status: 'DONE',
      image: { width: 168, height: 168 },
      job: null,
      result: { rows: 7, columns: 7, cellSize: 24, grouping: { groups: 6, error: 0.25 } },
    })),
  );
  expect(data.model).toEqual({ grids: { totalCount: 2 }, none: { totalCount: 0 } });
});

const request = (changes: object) =>
  api.ask(
    `mutation ($input: RequestGridInput!) { requestGrid(input: $input) { grids {
      id status layer preset seed model { name } image { url } job { status progress { done total unit } }
    } } }`,
    {
      input: {
        models: [family.children[1]!.id, family.parent.id],
        image: 4,
        layer: 'stage1.block0',
        ...changes,
      },
    },
  );

test('grids are asked for once, and the job of each says how far it has come', async () => {
  const { data, errors } = await request({});
  expect(errors).toEqual([]);
  expect(data.requestGrid.grids).toMatchObject(
    ['child-2', 'parent'].map((name) => ({
      status: 'QUEUED',
      preset: 'quick',
      seed: 1,
      model: { name },
      image: null,
      job: { status: 'QUEUED' },
    })),
  );
  const job = await api.db.manager.findOneByOrFail(Job, { name: 'render-grid', modelId: family.parent.id });
  await beginJob(api.db, job.id);
  await reportProgress(api.db, job.id, { done: 3, total: 64, unit: 'steps' });
  const before = await countRows(api.db);
  const { data: again } = await request({});
  const [waiting, running] = again.requestGrid.grids;
  expect(waiting.job.status).toBe('QUEUED');
  expect(running.job).toEqual({ status: 'RUNNING', progress: { done: 3, total: 64, unit: 'steps' } });
  expect(await countRows(api.db)).toEqual(before);
});

test.each([
  ['an image beyond the set', { image: 10_000 }, 'There is no image 10000'],
  ['an unknown layer', { layer: 'fire6' }, '"fire6"'],
  ['an unknown preset', { preset: 'best' }, 'preset: '],
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
