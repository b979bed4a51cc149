import { Visualization } from '@kindred/core';
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

test('a picture’s recipe tells what computed it, and from what', async () => {
  const { id, layer, channel } = await api.db
    .getRepository(Visualization)
    .findOneByOrFail({ modelId: family.parent.id, preset: 'quick', seed: 1 });
  const contentKey = 'c'.repeat(64);
  const made = { contentKey, backend: 'wasm', codeVersion: '0.1.0+abc' };
  await api.db.getRepository(Visualization).update(id, made);
  const { data } = await api.ask(
    `query ($model: ID!, $at: NeuronRef!) { model(id: $model) { neuron(at: $at) {
      visualization(preset: "quick", seed: 1) { recipe { preset seed weightsDigest contentKey backend codeVersion } }
    } } }`,
    { model: family.parent.id, at: `${layer}:${channel}` },
  );
  const { weightsDigest } = family.parent;
  expect(data.model.neuron.visualization.recipe).toEqual({
    preset: 'quick',
    seed: 1,
    weightsDigest,
    ...made,
  });
});
