import { Visualization, VisualizationHashes } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

const at = () => `${family.neurons[0]!.layer}:${family.neurons[0]!.channel}`;

function ask(args: string, neuron = at()) {
  return api.ask(
    `query ($id: ID!, $at: NeuronRef!) { model(id: $id) { neuron(at: $at) { similar(${args}) {
      bits of neuron { ref model { id } } visualization { id }
    } } } }`,
    { id: family.parent.id, at: neuron },
  );
}

async function similar(args: string) {
  const { data, errors } = await ask(args);
  expect(errors).toEqual([]);
  return data.model.neuron.similar as {
    bits: number;
    of: number;
    neuron: { ref: string; model: { id: string } };
    visualization: { id: string };
  }[];
}

test('the nearest pictures come first, with their neurons', async () => {
  const found = await similar('first: 100, hash: WAVELET, scope: ALL');
  const bits = found.map((one) => one.bits);
  expect(bits).toEqual([...bits].sort((a, b) => a - b));
  const alike = await api.db.manager.countBy(Visualization, { seed: family.experiment.config.seed });
  expect(found).toHaveLength(alike - 1);
  const picture = await api.db.manager.findOneByOrFail(Visualization, { id: found[0]!.visualization.id });
  expect(found[0]).toMatchObject({
    of: 64,
    neuron: { ref: `${picture.layer}:${picture.channel}`, model: { id: picture.modelId } },
  });
});

test('a bound, a model and a family are kept to', async () => {
  const [nearest] = await similar('first: 1, hash: COLOR, scope: FAMILY');
  const bound = nearest!.bits;
  expect(await similar(`first: 100, hash: COLOR, scope: FAMILY, maxBits: ${bound}`)).not.toHaveLength(0);
  if (bound > 0)
    expect(await similar(`first: 100, hash: COLOR, scope: FAMILY, maxBits: ${bound - 1}`)).toEqual([]);
  const own = await similar('first: 100, hash: AVERAGE, scope: MODEL');
  expect(own).toHaveLength(family.neurons.length - 1);
  expect(new Set(own.map(({ neuron }) => neuron.model.id))).toEqual(new Set([family.parent.id]));
});

test('a neuron that stayed silent, or has no picture, has no similar ones', async () => {
  const pictured = family.neurons.map(({ channel }) => channel);
  const missing = Array.from({ length: 16 }, (_, channel) => channel).find((one) => !pictured.includes(one));
  const { data } = await ask('first: 1, hash: AVERAGE, scope: ALL', `stage1.block0:${missing}`);
  expect(data.model.neuron.similar).toBeNull();
  const [to] = await api.db.manager.findBy(Visualization, {
    modelId: family.parent.id,
    ...family.neurons[0]!,
  });
  const key = { visualizationId: to!.id };
  await api.db.manager.update(VisualizationHashes, key, { comparable: false });
  expect(await similar('first: 1, hash: AVERAGE, scope: ALL')).toBeNull();
  await api.db.manager.update(VisualizationHashes, key, { comparable: true });
});

test.each([
  ['first: 0, hash: COLOR, scope: ALL', 'first: 0 is not a page’s size: ask for 1 to 100.'],
  [
    'first: 1, hash: COLOR, scope: ALL, maxBits: 43',
    'maxBits: 43 is no distance by the color hash: ask for 0 to 42, or leave it out.',
  ],
  [
    'first: 1, hash: AVERAGE, scope: ALL, maxBits: -1',
    'maxBits: -1 is no distance by the average hash: ask for 0 to 64, or leave it out.',
  ],
])('similar(%s) is refused', async (args, message) => {
  const { errors } = await ask(args);
  expect(errors[0]).toMatchObject({ message, extensions: { code: 'BAD_INPUT' } });
});
