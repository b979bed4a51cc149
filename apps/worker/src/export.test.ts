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

/** A model's ONNX file. */
async function exportFile({ experimentId, id, name }: Model): Promise<Buffer> {
  const { db, queue, artifacts, run } = workshop;
  await requestExport(db, queue, id);
  await run((await findJob(db, experimentId, 'export-network', name)).id);
  const { onnxDigest } = await db.manager.findOneByOrFail(Model, { id });
  return artifacts.read(onnxDigest!);
}

const findModel = (experimentId: string, name: string) =>
  workshop.db.manager.findOneByOrFail(Model, { experimentId, name });

/** Expects the file to give the logits that the model's weights give here. */
async function expectSameLogits(file: Buffer, { weightsDigest }: Model): Promise<void> {
  const data = findDataset(workshop.datasets, 'mnist');
  const architecture = findArchitecture('resnet8');
  const images = selectImages(await data.load('test'), Uint32Array.of(0, 1, 2, 3, 4));
  const weights = decodeWeights(await workshop.artifacts.read(weightsDigest!), architecture.tensors(data));
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
}

test('a trained network leaves as an ONNX file that gives its logits and says where it comes from', async () => {
  const { db, queue, run } = workshop;
  const { id } = await startExperiment(db, queue, { ...smallExperiment, ensembles: [] });
  await run((await findJob(db, id, 'train-model')).id);
  const trained = await findModel(id, 'parent');
  const file = await exportFile(trained);
  for (const told of [trained.weightsDigest!, smallExperiment.name, 'parent', 'resnet8', 'mnist'])
    expect(file.includes(told)).toBe(true);
  await expectSameLogits(file, trained);
});

test('a structured child leaves as a smaller network of the same logits, and an unstructured one whole', async () => {
  const { db, queue, run } = workshop;
  const sizes: Record<string, number> = {};
  for (const granularity of ['structured', 'unstructured'] as const) {
    const { id } = await startExperiment(db, queue, {
      ...smallExperiment,
      ensembles: [
        {
          method: 'prune-and-tune',
          families: 1,
          pruning: { kind: 'anti-random', children: 2, sparsity: 0.5, scope: 'layer', granularity },
          tuning: { epochs: 1, maxLearningRate: 0.05, checkpoints: 0 },
        },
      ],
    });
    for (const name of ['parent', 'child-1']) await run((await findJob(db, id, 'train-model', name)).id);
    const child = await findModel(id, 'child-1');
    const file = await exportFile(child);
    await expectSameLogits(file, child);
    sizes[granularity] = file.length;
    const narrowed = 'layer1.0.conv1 16 → 9, layer2.0.conv1 32 → 17, layer3.0.conv1 64 → 33';
    expect(file.includes(narrowed)).toBe(granularity === 'structured');
  }
  expect(sizes.structured! / sizes.unstructured!).toBeLessThan(0.6);
});
