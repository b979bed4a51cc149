import { LayerMatch } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
let first: string;
let second: string;

const layer = 'stage1.block0';
const channels = 16;

/** Channel i of the first child is channel i + 1 of the second, but for 0, which is where it was, and 1, which is nowhere. */
function correlations(): Float32Array {
  const values = new Float32Array(channels * channels).fill(0.1);
  for (let channel = 2; channel < channels; channel++)
    values[channel * channels + ((channel + 1) % channels)] = 0.9;
  values[0] = 0.8;
  return values;
}

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  [first, second] = family.children.map(({ id }) => id) as [string, string];
  await api.db.manager.insert(LayerMatch, {
    modelId: first,
    otherId: second,
    layer,
    channels,
    dataset: 'mnist',
    dataDigest: 'd'.repeat(64),
    images: 1000,
    correlations: Buffer.from(correlations().buffer),
    backend: 'cpu',
    codeVersion: 'test',
  });
});
afterAll(() => api.close());

async function matchOf(model: string, at: string, other: string) {
  const { data, errors } = await api.ask(
    `query ($model: ID!, $at: NeuronRef!, $in: ID!) {
      model(id: $model) { neuron(at: $at) {
        match(in: $in) { kind neuron { ref model { id } } correlation ownCorrelation images }
      } }
    }`,
    { model, at, in: other },
  );
  expect(errors).toEqual([]);
  return data.model.neuron.match;
}

test('a neuron is told where it is in another model, from either side', async () => {
  const there = await matchOf(first, `${layer}:4`, second);
  expect(there).toEqual({
    kind: 'MOVED',
    neuron: { ref: `${layer}:5`, model: { id: second } },
    correlation: expect.closeTo(0.9, 6),
    ownCorrelation: expect.closeTo(0.1, 6),
    images: 1000,
  });
  expect(await matchOf(second, `${layer}:5`, first)).toMatchObject({
    kind: 'MOVED',
    neuron: { ref: `${layer}:4` },
  });
  expect(await matchOf(first, `${layer}:0`, second)).toMatchObject({ kind: 'SAME_INDEX' });
  expect(await matchOf(first, `${layer}:1`, second)).toMatchObject({ kind: 'NEW' });
  expect(await matchOf(first, 'stage2.block0:4', second)).toBeNull();
});

test('a layer’s match is a matrix, and counts who stayed, moved and is new', async () => {
  const { data, errors } = await api.ask(
    `query ($model: ID!, $other: ID!, $layer: String!) {
      model(id: $model) { layerMatch(model: $other, layer: $layer) {
        channels correlations same moved new silent matches { kind } dataDigest backend
      } }
    }`,
    { model: second, other: first, layer },
  );
  expect(errors).toEqual([]);
  const { correlations, matches, ...match } = data.model.layerMatch;
  // Seen from the second, 0 is also where 15 went.
  expect(match).toEqual({
    channels,
    same: 1,
    moved: 13,
    new: 2,
    silent: 0,
    dataDigest: 'd'.repeat(64),
    backend: 'cpu',
  });
  expect(matches).toHaveLength(channels);
  expect(correlations[5][4]).toBeCloseTo(0.9, 6);
});

test('matches are asked for, and whoever asks again gets the same job', async () => {
  const ask = (input: object) =>
    api.ask(
      'mutation ($input: RequestMatchesInput!) { requestMatches(input: $input) { job { id name status } } }',
      { input },
    );
  const asked = await ask({ model: first, other: second, images: 500 });
  expect(asked.data.requestMatches.job).toMatchObject({ name: 'match-layers', status: 'QUEUED' });
  const again = await ask({ model: second, other: first, images: 500 });
  expect(again.data.requestMatches.job.id).toBe(asked.data.requestMatches.job.id);
  const refused = await ask({ model: first, other: second, layers: ['stage9'] });
  expect(refused.errors[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
});
