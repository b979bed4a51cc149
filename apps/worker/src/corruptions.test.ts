import { PassThrough } from 'node:stream';
import { corruptedAccuracies, corruptionNames, Evaluation, type ExperimentConfig } from '@kindred/core';
import {
  corruptImages,
  corruptions,
  digestOf,
  findDataset,
  type ImageSet,
  placesBetween,
  selectImages,
} from '@kindred/ml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from './run-experiment/run-experiment.ts';
import { smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  ensembles: [{ method: 'snapshot', members: 2, epochs: 1, learningRate: 0.1 }],
  visualize: { neuronsPerLayer: 0, preset: 'quick', seeds: 1 },
  evaluate: {
    ...smallExperiment.evaluate,
    corruptions: [
      { kind: 'gaussian-noise', severities: [1, 5] },
      { kind: 'contrast', severities: [5] },
    ],
  },
};

let workshop: Workshop;
let experimentId: string;
let evaluations: Evaluation[];
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const progress = new PassThrough() as unknown as NodeJS.WriteStream;
  const read = async (_: unknown, id: string) => id;
  experimentId = await runExperiment(workshop.env, config, read, progress);
  evaluations = await workshop.db.manager.find(Evaluation, { order: { name: 'ASC' } });
}, 120_000);
afterAll(() => workshop.close());

const under = (corruption: string | null, severity: number | null = null) =>
  evaluations.filter((one) => one.corruption === corruption && one.severity === severity);

describe('a family that is measured under corruptions', () => {
  it('has every model and every ensemble measured under each, and on the images as they are', () => {
    const names = ['parent', 'snapshot', 'snapshot-1', 'snapshot-2'];
    for (const measured of [
      under(null),
      under('gaussian-noise', 1),
      under('gaussian-noise', 5),
      under('contrast', 5),
    ])
      expect(measured.map(({ name }) => name)).toEqual(names);
    expect(evaluations).toHaveLength(16);
  });

  it('is measured on the same spoiled images, which follow from the experiment’s seed', async () => {
    const mnist = findDataset(workshop.datasets, 'mnist');
    const test = selectImages(await mnist.load('test'), placesBetween(0, config.data.test));
    const recipe = { corruption: 'gaussian-noise', severity: 5, seed: config.seed };
    const spoiled: ImageSet = { ...test, images: corruptImages(test.images, mnist, recipe) };
    expect(new Set(under('gaussian-noise', 5).map(({ dataDigest }) => dataDigest))).toEqual(
      new Set([digestOf(spoiled)]),
    );
    expect(new Set(under(null).map(({ dataDigest }) => dataDigest))).toEqual(new Set([digestOf(test)]));
  });

  it('has ensembles of the predictions under the same condition', () => {
    const nllOf = (name: string, measured: Evaluation[]) =>
      measured.find((one) => one.name === name)!.metrics.nll.value;
    for (const measured of [under(null), under('contrast', 5)]) {
      const members = ['snapshot-1', 'snapshot-2'].map((name) => nllOf(name, measured));
      // The loss of a mean is at most the mean of the losses.
      expect(nllOf('snapshot', measured)).toBeLessThanOrEqual((members[0]! + members[1]!) / 2 + 1e-9);
      expect(measured[1]!.metrics.pdr).toBeDefined();
    }
    expect(nllOf('snapshot', under('contrast', 5))).not.toBe(nllOf('snapshot', under(null)));
  });

  it('has a mean accuracy over the corruptions of each severity', async () => {
    const means = await corruptedAccuracies(workshop.db, [experimentId]);
    const accuracyOf = (measured: Evaluation[]) =>
      measured.find(({ name }) => name === 'parent')!.metrics.accuracy.value;
    const [noise, contrast] = [under('gaussian-noise', 5), under('contrast', 5)].map(accuracyOf);
    expect(means.filter(({ name }) => name === 'parent')).toEqual([
      {
        experimentId,
        name: 'parent',
        severity: 1,
        accuracy: accuracyOf(under('gaussian-noise', 1)),
        corruptions: 1,
      },
      { experimentId, name: 'parent', severity: 5, accuracy: (noise! + contrast!) / 2, corruptions: 2 },
    ]);
  });
});

it('what core calls corruptions are those that can be made', () => {
  expect([...corruptionNames]).toEqual([...corruptions.keys()]);
});
