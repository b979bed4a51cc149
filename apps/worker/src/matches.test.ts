import {
  findLayerMatches,
  LayerMatch,
  Model,
  matchNeuron,
  requestMatches,
  startExperiment,
} from '@kindred/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
});
afterAll(() => workshop.close());

test('a snapshot that was hardly trained has its parent’s neurons at the same index, on the same images', async () => {
  const { db, queue, run, backend } = workshop;
  const { id } = await startExperiment(db, queue, {
    ...smallExperiment,
    ensembles: [{ method: 'horizontal-voting', members: 2, epochs: 1, learningRate: 1e-5 }],
  });
  const models = await db.manager.find(Model, { where: { experimentId: id }, order: { position: 'ASC' } });
  for (const { name } of models) await run((await findJob(db, id, 'train-model', name)).id);
  const [parent, other] = models as [Model, Model];

  const job = await requestMatches(db, queue, { modelIds: [other.id, parent.id] });
  await run(job!.id);
  const rows = await db.manager.findBy(LayerMatch, { modelId: parent.id });
  expect(rows.map(({ layer, channels }) => `${layer} ${channels}`).sort()).toEqual([
    'stage1.block0 16',
    'stage2.block0 32',
    'stage3.block0 64',
    'stem 16',
  ]);
  for (const row of rows)
    expect(row).toMatchObject({ otherId: other.id, images: 64, dataset: 'mnist', backend });

  const [match] = await findLayerMatches(db, [{ model: parent.id, other: other.id, layer: 'stage2.block0' }]);
  const { correlations, channels } = match!;
  const kinds = Array.from({ length: channels }, (_, channel) =>
    matchNeuron(correlations.subarray(channel * channels, (channel + 1) * channels), channel),
  );
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['same-index']));
  for (const { correlation } of kinds) expect(correlation).toBeGreaterThan(0.9);
  expect(await requestMatches(db, queue, { modelIds: [parent.id, other.id] })).toBeNull();
});
