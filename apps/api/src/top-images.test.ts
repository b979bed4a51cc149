import { type Family, insertFamily, insertTopImages } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
const layer = 'stage1.block0';

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  await insertTopImages(api.db, [family.parent, ...family.children.slice(0, 2)], layer);
});
afterAll(() => api.close());

async function topImagesOf(at: string) {
  const { data, errors } = await api.ask(
    `query ($id: ID!, $at: NeuronRef!) {
      experiment(id: $id) { models(first: 4) { nodes { neuron(at: $at) { topImages {
        top { imageIndex label activation row column image { url width height } }
        mapHeight mapWidth mean activeShare images
      } } } } }
    }`,
    { id: family.experiment.id, at },
  );
  expect(errors).toEqual([]);
  return data.experiment.models.nodes.map(
    ({ neuron }: { neuron: { topImages: object } }) => neuron.topImages,
  );
}

test('a neuron’s top images come for each member of its family, null where nobody asked', async () => {
  const [parent, child, , none] = await topImagesOf(`${layer}:3`);
  expect(parent).toMatchObject({ mapHeight: 7, mapWidth: 7, mean: 0.5, activeShare: 0.5, images: 1000 });
  expect(parent.top).toHaveLength(9);
  expect(parent.top[8]).toEqual({
    imageIndex: 8,
    label: 8,
    activation: 1,
    row: 1,
    column: 1,
    image: { url: expect.stringMatching(/^\/artifacts\/[0-9a-f]{64}$/), width: 28, height: 28 },
  });
  expect(child.top[0]).toMatchObject({ imageIndex: 1, activation: 9 });
  expect(none).toBeNull();
});

test('a dead neuron is told by its share', async () => {
  const [, , child] = await topImagesOf(`${layer}:0`);
  expect(child).toMatchObject({ activeShare: 0, mean: 0 });
});

test('they are asked for and estimated, and whoever asks again gets the same job', async () => {
  const input = { experiment: family.experiment.id, layer };
  const ask = () =>
    api.ask(
      'mutation ($input: RequestTopImagesInput!) { requestTopImages(input: $input) { job { id name status } } }',
      { input },
    );
  const { data } = await api.ask(
    'query ($input: RequestTopImagesInput!) { estimate(of: { topImages: $input }) { jobs images } }',
    { input },
  );
  const missing = 1 + family.children.length + family.snapshots.length - 3;
  expect(data.estimate).toEqual({ jobs: 1, images: missing * family.experiment.config.data.test });
  const [asked, again] = [await ask(), await ask()];
  expect(asked.data.requestTopImages.job).toMatchObject({ name: 'find-top-images', status: 'QUEUED' });
  expect(again.data.requestTopImages.job.id).toBe(asked.data.requestTopImages.job.id);
});
