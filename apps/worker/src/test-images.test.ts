import {
  ActivationGrid,
  type ExperimentConfig,
  Job,
  Model,
  requestGrid,
  requestSaliency,
  SaliencyAgreement,
  SaliencyMap,
  startExperiment,
} from '@kindred/core';
import {
  agreementOf,
  decodePng,
  decodeSafetensors,
  encodeSafetensors,
  intensityOf,
  rankCorrelation,
  saliencyPicture,
} from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [{ method: 'snapshot', members: 2, epochs: 1, learningRate: 0.05 }],
};

let workshop: Workshop;
let experimentId: string;
let models: Model[];
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  experimentId = (await startExperiment(workshop.db, workshop.queue, config)).id;
  await workshop.run((await findJob(workshop.db, experimentId, 'train-model')).id);
  models = await workshop.db.manager.find(Model, { where: { experimentId }, order: { position: 'ASC' } });
});
afterAll(() => workshop.close());

/** Asks for maps of each model in turn, so that none knows of those to come, and computes them. */
async function mapsOf(members: Model[], images: number[], target = 'predicted'): Promise<SaliencyMap[]> {
  const { db, queue } = workshop;
  const method = 'smoothgrad-captum';
  for (const { id, name } of members) {
    await requestSaliency(db, queue, { modelIds: [id], images, method, target, seed: 1 });
    const job = await findJob(db, experimentId, 'map-saliency', name);
    await workshop.run(job.id);
    await db.query('delete from job where id = $1', [job.id]);
  }
  return requestSaliency(db, queue, {
    modelIds: members.map(({ id }) => id),
    images,
    method,
    target,
    seed: 1,
  });
}

async function valuesOf({ attributionsDigest }: SaliencyMap, tensor = 'attributions') {
  const { shape, data } = decodeSafetensors(await workshop.artifacts.read(attributionsDigest!)).tensors.get(
    tensor,
  )!;
  expect(shape).toEqual([28, 28, 1]);
  return intensityOf(data as Float32Array, 1);
}

/** The digest of a model's weights with two convolutions multiplied. */
async function scaledWeights({ weightsDigest }: Model, factor: number): Promise<string> {
  const { artifacts, db } = workshop;
  const { tensors } = decodeSafetensors(await artifacts.read(weightsDigest!));
  for (const name of ['layer2.0.conv1.weight', 'layer3.0.conv1.weight']) {
    const tensor = tensors.get(name)!;
    tensors.set(name, { ...tensor, data: (tensor.data as Float32Array).map((value) => factor * value) });
  }
  return artifacts.put(encodeSafetensors(tensors), 'application/vnd.safetensors', db);
}

test('maps are kept with their values, their picture, their sanity check and where they come from', async () => {
  const [parent] = models;
  const [fourth, first] = await mapsOf([parent!], [4, 0], 'label');
  for (const [map, label] of [
    [fourth!, 4],
    [first!, 7],
  ] as const) {
    const own = await valuesOf(map);
    const random = await valuesOf(map, 'randomized');
    expect(map).toMatchObject({ status: 'done', error: null });
    expect(map.result).toMatchObject({
      class: label,
      label,
      height: 28,
      width: 28,
      definition: expect.stringMatching(/^smoothgrad-captum v1, mean of 10/),
      sanity: { value: rankCorrelation(own, random), definition: expect.stringContaining('Spearman') },
      backend: 'onnxruntime',
    });
    const drawn = decodePng(await workshop.artifacts.read(map.imageDigest!));
    expect(drawn).toEqual(saliencyPicture(own, { height: 28, width: 28 }));
    const input = decodePng(await workshop.artifacts.read(map.inputDigest!));
    expect([input.width, input.height, input.channels]).toEqual([28, 28, 1]);
  }
  expect(first!.contentKey).not.toBe(fourth!.contentKey);
});

test('every pair of relatives is compared, in whatever order they come, and two of the same weights agree', async () => {
  const [parent, one, other] = models as [Model, Model, Model];
  const { db } = workshop;
  const { weightsDigest } = parent;
  await db.manager.update(Model, one.id, { weightsDigest: await scaledWeights(parent, 2) });
  await db.manager.update(Model, other.id, { weightsDigest });
  const maps = await mapsOf([other, one, parent], [2]);
  const rows = await db.manager.find(SaliencyAgreement, { relations: { first: true, second: true } });
  expect(rows).toHaveLength(3);
  for (const { first, second, firstId, secondId, ...agreement } of rows) {
    const wanted = agreementOf(await valuesOf(first), await valuesOf(second), 28);
    expect(agreement).toEqual(wanted);
    const same = ![firstId, secondId].includes(maps[1]!.id);
    expect(agreement.rankCorrelation.value === 1).toBe(same);
  }
  expect(maps[0]!.imageDigest).toBe(maps[2]!.imageDigest);
});

test('a grid is kept as one picture of all cells, with its groups and where it comes from', async () => {
  const { db, queue, artifacts, run } = workshop;
  const modelIds = [models[0]!.id];
  await requestGrid(db, queue, { modelIds, image: 0, layer: 'stage3.block0', preset: 'quick', seed: 1 });
  await run((await findJob(db, experimentId, 'render-grid')).id);
  const [grid] = await db.manager.find(ActivationGrid);
  expect(grid).toMatchObject({ status: 'done', error: null });
  expect(grid!.result).toMatchObject({
    rows: 7,
    columns: 7,
    cellSize: 24,
    grouping: { groups: 6, error: expect.any(Number) },
    backend: 'onnxruntime',
  });
  expect(grid!.contentKey).toMatch(/^[0-9a-f]{64}$/);
  const picture = decodePng(await artifacts.read(grid!.imageDigest!));
  expect([picture.width, picture.height, picture.channels]).toEqual([168, 168, 1]);
  expect(new Set(picture.data).size).toBeGreaterThan(100);
});

test('a grid of the same weights is taken over, not rendered', async () => {
  const { db, queue, run } = workshop;
  const [parent, twin] = models as [Model, Model];
  await db.manager.update(Model, twin.id, { weightsDigest: parent.weightsDigest });
  const modelIds = [parent.id, twin.id];
  const asked = { modelIds, image: 0, layer: 'stage3.block0', preset: 'quick' as const, seed: 1 };
  await requestGrid(db, queue, asked);
  const { id } = await findJob(db, experimentId, 'render-grid', twin.name);
  await run(id);
  expect(await db.manager.findOneByOrFail(Job, { id })).toMatchObject({ status: 'done', progressTotal: 0 });
  const [grid, taken] = await requestGrid(db, queue, asked);
  expect(taken).toEqual({ ...grid, id: taken!.id, modelId: twin.id, createdAt: taken!.createdAt });
});

test('a network whose numbers overflow fails with words, and nothing is stored as done', async () => {
  const { db, queue } = workshop;
  const [parent] = models;
  const weightsDigest = await scaledWeights(parent!, 1e30);
  await db.manager.update(Model, parent!.id, { weightsDigest });
  const modelIds = [parent!.id];
  await requestSaliency(db, queue, { modelIds, images: [5], method: 'gradient', target: '0', seed: 1 });
  const { id } = await findJob(db, experimentId, 'map-saliency');
  await expect(workshop.run(id)).rejects.toThrow(/^The gradient of class 0 holds (NaN|-?Infinity)/);
  const map = await db.manager.findOneByOrFail(SaliencyMap, { method: 'gradient' });
  expect(map).toMatchObject({ status: 'queued', attributionsDigest: null, result: null });
});
