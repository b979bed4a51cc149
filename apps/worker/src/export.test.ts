import { readFile } from 'node:fs/promises';
import { Model, requestExport, startExperiment } from '@kindred/core';
import { decodeWeights, findArchitecture, findDataset, predict, selectImages } from '@kindred/ml';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
});
afterAll(() => workshop.close());

test('a trained network leaves as an ONNX file that gives its logits and says where it comes from', async () => {
  const { db, queue, artifacts, run } = workshop;
  const { id } = await startExperiment(db, queue, { ...smallExperiment, ensembles: [] });
  await run((await findJob(db, id, 'train-model')).id);
  const trained = await db.manager.findOneByOrFail(Model, { experimentId: id });
  await requestExport(db, queue, trained.id);
  await run((await findJob(db, id, 'export-network')).id);
  const { onnxDigest } = await db.manager.findOneByOrFail(Model, { id: trained.id });

  const file = await readFile(artifacts.pathOf(onnxDigest!));
  for (const told of [trained.weightsDigest!, smallExperiment.name, 'parent', 'resnet8', 'mnist'])
    expect(file.includes(told)).toBe(true);

  const data = findDataset(workshop.datasets, 'mnist');
  const architecture = findArchitecture('resnet8');
  const images = selectImages(await data.load('test'), Uint32Array.of(0, 1, 2, 3, 4));
  const weights = decodeWeights(await artifacts.read(trained.weightsDigest!), architecture.tensors(data));
  const prediction = predict(architecture, weights, data, images);
  let step = await prediction.next();
  while (!step.done) step = await prediction.next();

  const session = await InferenceSession.create(file);
  const pixels = Float32Array.from(images.images, (pixel) => (pixel / 255 - data.mean[0]!) / data.std[0]!);
  const { logits } = await session.run({ images: new Tensor('float32', pixels, [5, 1, 28, 28]) });
  await session.release();
  const wanted = [...(step.value as Float32Array)];
  expect(logits!.dims).toEqual([5, 10]);
  for (const [index, value] of (logits!.data as Float32Array).entries())
    expect(value).toBeCloseTo(wanted[index]!, 4);
});
