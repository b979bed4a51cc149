import {
  ActivationGrid,
  addOwnImage,
  type ExperimentConfig,
  Model,
  requestGrid,
  requestSaliency,
  SaliencyAgreement,
  type SaliencyMap,
  startExperiment,
} from '@kindred/core';
import { decodeSafetensors, encodePng, findDataset, selectImages } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [{ method: 'snapshot', members: 2, epochs: 1, learningRate: 0.05 }],
};

let workshop: Workshop;
let experimentId: string;
let modelIds: string[];
/** A test image, and the places of it: its own, and that where somebody brought it as a PNG in colour. */
const tested = 3;
let own: number;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { db, queue, artifacts, datasets, run } = workshop;
  experimentId = (await startExperiment(db, queue, config)).id;
  await run((await findJob(db, experimentId, 'train-model')).id);
  const models = await db.manager.find(Model, { where: { experimentId }, order: { position: 'ASC' } });
  const [parent, other] = models as [Model, Model];
  await db.manager.update(Model, other.id, { weightsDigest: parent.weightsDigest });
  modelIds = [parent.id, other.id];
  const { images } = selectImages(await findDataset(datasets, 'mnist').load('test'), Uint32Array.of(tested));
  const data = Uint8Array.from({ length: 3 * images.length }, (_, index) => images[Math.floor(index / 3)]!);
  const png = encodePng({ width: 28, height: 28, channels: 3, data });
  const given = { name: 'three.png', width: 28, height: 28, png, authorId: null };
  own = (await addOwnImage(db, artifacts, experimentId, given)).image.imageIndex;
});
afterAll(() => workshop.close());

test('the map of a test image that somebody brings is that of the test image, but for its label', async () => {
  const { db, queue, artifacts, run } = workshop;
  const asked = { images: [tested, own], method: 'gradient' as const, target: 'predicted', seed: 1 };
  const names = ['parent', 'snapshot-1'];
  await requestSaliency(db, queue, { modelIds, ...asked });
  for (const name of names) await run((await findJob(db, experimentId, 'map-saliency', name)).id);
  const maps = await requestSaliency(db, queue, { modelIds, ...asked });
  expect(maps.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  const [first, second] = maps as [SaliencyMap, SaliencyMap];
  const valuesOf = async ({ attributionsDigest }: SaliencyMap) =>
    decodeSafetensors(await artifacts.read(attributionsDigest!)).tensors;
  expect(await valuesOf(second)).toEqual(await valuesOf(first));
  expect([second.imageDigest, second.inputDigest]).toEqual([first.imageDigest, first.inputDigest]);
  const { dataDigest, ...result } = first.result!;
  expect(second.result).toEqual({
    ...result,
    label: null,
    dataDigest: expect.not.stringMatching(dataDigest),
  });
  const agreements = await db.manager.find(SaliencyAgreement);
  expect(agreements).toHaveLength(2);
  expect(agreements.map(({ rankCorrelation }) => rankCorrelation.value)).toEqual([1, 1]);
});

test('so is its grid', async () => {
  const { db, queue, run } = workshop;
  const asked = { modelIds: [modelIds[0]!], layer: 'stage3.block0', preset: 'quick' as const, seed: 1 };
  for (const image of [tested, own]) {
    await requestGrid(db, queue, { ...asked, image });
    const { id } = await findJob(db, experimentId, 'render-grid');
    await run(id);
    await db.query('delete from job where id = $1', [id]);
  }
  const [first, second] = await db.manager.find(ActivationGrid, { order: { imageIndex: 'ASC' } });
  expect([first!.status, second!.imageIndex]).toEqual(['done', own]);
  expect(second!.imageDigest).toBe(first!.imageDigest);
  expect(second!.contentKey).not.toBe(first!.contentKey);
});
