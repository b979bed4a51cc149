import {
  findLayerMatches,
  Job,
  LayerMatch,
  LayerTopImages,
  Model,
  matchNeuron,
  requestMatches,
  requestTopImages,
  startExperiment,
  TestImage,
  topImagesOf,
} from '@kindred/core';
import { decodePng, decodeSafetensors, encodeSafetensors } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
let experimentId: string;
let parent: Model;
let other: Model;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, run } = workshop;
  const experiment = await startExperiment(db, queue, {
    ...smallExperiment,
    ensembles: [{ method: 'horizontal-voting', members: 2, epochs: 1, learningRate: 1e-5 }],
  });
  experimentId = experiment.id;
  const models = await db.manager.find(Model, { where: { experimentId }, order: { position: 'ASC' } });
  for (const { name } of models) await run((await findJob(db, experimentId, 'train-model', name)).id);
  [parent, other] = models as [Model, Model];
});
afterAll(() => workshop.close());

test('a snapshot that was hardly trained has its parent’s neurons at the same index, on the same images', async () => {
  const { db, queue, run, backend } = workshop;
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

test('it has most of its parent’s top images, kept as the pictures that they are of', async () => {
  const { db, queue, run, backend, artifacts } = workshop;
  const layer = 'stage3.block0';
  const job = await requestTopImages(db, queue, { experimentId, layer });
  await run(job!.id);
  const rows = await db.manager.findBy(LayerTopImages, { layer });
  expect(rows).toHaveLength(3);
  for (const row of rows)
    expect(row).toMatchObject({ channels: 64, kept: 9, mapHeight: 7, mapWidth: 7, images: 64, backend });
  const [ours, theirs] = [parent, other].map(({ id }) => rows.find(({ modelId }) => modelId === id)!);
  const channels = Array.from({ length: 64 }, (_, channel) => channel);
  const shared = channels.map((channel) => {
    const there = new Set(topImagesOf(theirs!, channel).map(({ imageIndex }) => imageIndex));
    return topImagesOf(ours!, channel).filter(({ imageIndex }) => there.has(imageIndex)).length;
  });
  // Of 9 out of 64 images, two that know nothing of each other share 81/64.
  expect(shared.reduce((sum, count) => sum + count) / 64).toBeGreaterThan(5);

  const pictures = await db.manager.findBy(TestImage, { experimentId });
  const known = new Map(pictures.map((picture) => [picture.imageIndex, picture]));
  for (const channel of channels)
    for (const { imageIndex, row, column } of topImagesOf(ours!, channel)) {
      expect(known.get(imageIndex)).toMatchObject({ height: 28, width: 28 });
      expect(Math.max(row, column)).toBeLessThan(7);
    }
  const { width, channels: samples } = decodePng(await artifacts.read(pictures[0]!.imageDigest));
  expect([width, samples]).toEqual([28, 1]);
  expect(await requestTopImages(db, queue, { experimentId, layer })).toBeNull();
});

test('a model that diverged is left out with its reason, and the others’ top images are found', async () => {
  const { db, queue, run, artifacts } = workshop;
  const layer = 'stage2.block0';
  const trained = await db.manager.findOneByOrFail(Model, { id: other.id });
  const { tensors } = decodeSafetensors(await artifacts.read(trained.weightsDigest!));
  const stem = tensors.get('conv1.weight')!;
  tensors.set('conv1.weight', { ...stem, data: (stem.data as Float32Array).map(() => Number.NaN) });
  const weightsDigest = await artifacts.put(encodeSafetensors(tensors), 'application/vnd.safetensors', db);
  await db.getRepository(Model).update(other.id, { weightsDigest });
  const reason = new RegExp(`^${other.name} is left out: Tensor "conv1.weight", .* holds NaN`);

  const job = await requestTopImages(db, queue, { experimentId, layer });
  await run(job!.id);
  const rows = await db.manager.findBy(LayerTopImages, { layer });
  expect(rows).toHaveLength(2);
  expect(rows.map(({ modelId }) => modelId)).not.toContain(other.id);
  const ended = await db.manager.findOneByOrFail(Job, { id: job!.id });
  expect(ended).toMatchObject({ status: 'done', error: expect.stringMatching(reason) });

  const again = await requestTopImages(db, queue, { experimentId, layer });
  await expect(run(again!.id)).rejects.toThrow(reason);
});
