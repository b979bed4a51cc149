import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { Evaluation, type ExperimentConfig, Model } from '@kindred/core';
import {
  decodeSafetensors,
  encodeSafetensors,
  encodeWeights,
  findArchitecture,
  initializeWeights,
} from '@kindred/ml';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from './run-experiment/run-experiment.ts';
import { smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  await putImages('train', 8);
  await putImages('val', 4);
  await writeFile(path.join(workshop.dataFolder, 'colours', 'dataset.json'), '{"size": 16}');
});
afterAll(() => workshop.close());

/** So many images of each of two colours. */
async function putImages(split: string, count: number): Promise<void> {
  for (const background of ['red', 'blue']) {
    const folder = path.join(workshop.dataFolder, 'colours', split, background);
    await mkdir(folder, { recursive: true });
    for (let image = 0; image < count; image++)
      await sharp({ create: { width: 20 + image, height: 20, channels: 3, background } })
        .jpeg()
        .toFile(path.join(folder, `${image}.jpg`));
  }
}

const pictureless: ExperimentConfig = {
  ...smallExperiment,
  data: { name: 'colours', train: 16, test: 8, augmentation: 'none' },
  parent: { ...smallExperiment.parent, batchSize: 4, epochs: 20 },
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
};

function run(config: ExperimentConfig) {
  return runExperiment(
    workshop.env,
    config,
    async (db, experimentId) => ({
      parent: await db.manager.findOneByOrFail(Model, { experimentId }),
      evaluation: await db.manager.findOneByOrFail(Evaluation, { experimentId }),
    }),
    new PassThrough() as unknown as NodeJS.WriteStream,
  );
}

describe('a folder of images', () => {
  it('is trained and measured on like any dataset', async () => {
    const { parent, evaluation } = await run(pictureless);
    expect(parent.training).toMatchObject({ trainImages: 16, steps: 80 });
    expect(evaluation).toMatchObject({ dataset: 'colours', images: 8 });
    expect(evaluation.metrics.accuracy.value).toBe(1);
  }, 120_000);

  it('measures a network that was trained elsewhere, with no image to train on', async () => {
    const specs = findArchitecture('resnet8').tensors({ channels: 3, classes: 2 });
    const { tensors } = decodeSafetensors(await encodeWeights(initializeWeights(specs, 5), specs));
    await mkdir(path.join(workshop.dataFolder, 'weights'));
    await writeFile(
      path.join(workshop.dataFolder, 'weights', 'mine.safetensors'),
      encodeSafetensors(tensors, { architecture: 'resnet8' }),
    );
    const { parent, evaluation } = await run({
      ...pictureless,
      data: { ...pictureless.data, train: 0 },
      parent: { ...pictureless.parent, weights: 'mine.safetensors', epochs: 0 },
    });
    expect(parent.training).toMatchObject({ trainImages: 0, steps: 0, lossByEpoch: [] });
    expect(evaluation.images).toBe(8);
  }, 120_000);
});
