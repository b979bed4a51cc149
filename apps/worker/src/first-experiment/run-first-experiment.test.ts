import { PassThrough } from 'node:stream';
import {
  Evaluation,
  Experiment,
  formatNeuronRef,
  type HammingDistance,
  Model,
  Visualization,
} from '@kindred/core';
import { decodePng, decodeSafetensors, hashPixels } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runExperiment } from '../run-experiment/run-experiment.ts';
import { openWorkshop, type Workshop } from '../testing/open-workshop.ts';
import { startMain } from '../testing/start-main.ts';
import { readOptions } from './options.ts';
import { type Summary, summarize } from './summary.ts';
import { tables } from './tables.ts';

let workshop: Workshop;
let summary: Summary;
let told: string;

/** A hundredth of the images and a neuron a layer by one seed, on two processes; all else as it is. */
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  const { config } = readOptions(['--sample', '0.01']);
  const small = { ...config, visualize: { ...config.visualize, neuronsPerLayer: 1, seeds: 1 } };
  const progress = new PassThrough();
  summary = await runExperiment(
    { ...workshop.env, KINDRED_WORKERS: 2 },
    small,
    summarize,
    progress as unknown as NodeJS.WriteStream,
  );
  told = String(progress.read());
});
afterAll(() => workshop.close());

const layers = ['stem', 'stage1.block0', 'stage2.block0', 'stage3.block0'];
const networks = ['parent', 'child-1', 'child-2', 'child-3', 'child-4', 'snapshot-1', 'snapshot-2'];
const findModels = () =>
  workshop.db.manager.find(Model, {
    where: { experimentId: summary.experimentId },
    order: { position: 'ASC' },
  });
const read = async (digest: string | null) =>
  decodeSafetensors(await workshop.artifacts.read(digest!)).tensors;

test('the summary tells where it was measured, and of every network and ensemble how well it does', () => {
  const { parent, children, snapshots, ensemble, snapshotEnsemble, ...rest } = summary;
  expect(rest).toMatchObject({
    name: 'First look at MNIST',
    seed: 1,
    backend: 'onnxruntime',
    dataset: 'mnist',
    trainImages: 160,
    testImages: 100,
    preset: 'quick',
    seconds: expect.any(Number),
    codeVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    dataDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(rest.seconds).toBeGreaterThan(0);
  expect([parent, ...children, ...snapshots].map(({ name }) => name)).toEqual(networks);
  for (const { accuracy, nll, ece, metrics } of [
    parent,
    ...children,
    ...snapshots,
    ensemble,
    snapshotEnsemble,
  ]) {
    expect(accuracy).toBeGreaterThanOrEqual(0);
    expect(accuracy).toBeLessThanOrEqual(1);
    expect(nll).toBeGreaterThan(0);
    expect(ece).toBeGreaterThanOrEqual(0);
    expect(metrics.accuracy.value).toBe(accuracy);
  }
});

test('ensembles tell their diversity, and pairs the distances of their pictures by each hash', () => {
  const { diversity, snapshotDiversity, hammingBits, snapshotHammingBits } = summary;
  for (const { pdr, kl } of [diversity, snapshotDiversity]) {
    expect(pdr).toBeGreaterThanOrEqual(0);
    expect(pdr).toBeLessThanOrEqual(1);
    expect(kl).toBeGreaterThan(0);
  }
  for (const bits of [hammingBits, snapshotHammingBits]) {
    expect(Object.keys(bits)).toEqual(['average', 'perceptual', 'difference', 'wavelet', 'color']);
    for (const mean of Object.values(bits)) expect(mean).toBeGreaterThanOrEqual(0);
    expect(bits.difference).toBeGreaterThan(0);
    expect(bits.difference).toBeLessThanOrEqual(64);
  }
});

test('the tables name every network, and from the input on every neuron that responds', async () => {
  const pictures = await workshop.db.manager.find(Visualization, { relations: { model: true } });
  const responds = (layer: string) =>
    pictures
      .filter((picture) => picture.layer === layer && /^child-[12]$/.test(picture.model.name))
      .every(({ activation }) => activation !== 0);
  const text = tables(summary);
  for (const name of networks) expect(text).toContain(`\n  ${name} `);
  const [siblings] = text.slice(text.indexOf('Fig. 3.')).split('\n\n') as [string];
  expect(siblings.match(/(stem|stage\d\.block\d)(?=:\d+ )/g)).toEqual(layers.filter(responds));
  expect(siblings).toMatch(/\n {2}floor +– {2,}– {2,}– {2,}– {2,}–$/m);
  expect(text).toContain('Definitions\nACCURACY: ');
});

test('every picture is stored with the hashes of its pixels', async () => {
  const pictures = await workshop.db.manager.find(Visualization, { relations: { hashes: true } });
  expect(pictures).toHaveLength(networks.length * layers.length);
  for (const picture of pictures) {
    const pixels = decodePng(await workshop.artifacts.read(picture.imageDigest!));
    const { average, perceptual, difference, wavelet, color } = picture.hashes!;
    expect({ average, perceptual, difference, wavelet, color }).toEqual(hashPixels(pixels));
    expect(picture).toMatchObject({
      status: 'done',
      backend: 'onnxruntime',
      codeVersion: summary.codeVersion,
    });
    expect([picture.width, picture.height]).toEqual([pixels.width, pixels.height]);
  }
});

test('what the tables call a distance is the number of bits that the stored hashes differ in', async () => {
  const [first] = summary.neurons.siblings;
  const pictures = await workshop.db.manager.find(Visualization, {
    relations: { hashes: true, model: true },
  });
  const [one, other] = first!.models.map(
    (name) => pictures.find((p) => p.model.name === name && formatNeuronRef(p) === first!.neuron)!.hashes!,
  );
  for (const hash of ['average', 'perceptual', 'difference', 'wavelet', 'color'] as const) {
    const differing = [...one![hash]].filter((bit, place) => bit !== other![hash][place]);
    expect(differing.length).toBe((first as HammingDistance)[hash]);
  }
});

test('siblings split the parent’s weights between them, and what is pruned is zero in the stored weights', async () => {
  const models = await findModels();
  const children = models.filter(({ kind }) => kind === 'child');
  for (const child of children) {
    expect(child.sparsity).toBeCloseTo(0.5, 3);
    const sibling = children.find(({ id }) => id === child.siblingId)!;
    const [mask, siblings, weights] = await Promise.all([
      read(child.maskDigest),
      read(sibling.maskDigest),
      read(child.weightsDigest),
    ]);
    expect([...mask.keys()]).toEqual([...siblings.keys()]);
    expect(mask.size).toBeGreaterThan(0);
    for (const [tensor, { data: kept }] of mask) {
      const others = siblings.get(tensor)!.data;
      const values = weights.get(tensor)!.data;
      const wrong = [...kept].filter((bit, place) => bit === others[place] || (!bit && values[place] !== 0));
      expect([tensor, wrong.length]).toEqual([tensor, 0]);
    }
  }
});

test('pairs of siblings are drawn apart from each other', async () => {
  const models = await findModels();
  const masks = models.flatMap(({ maskDigest }) => maskDigest ?? []);
  expect(new Set(masks).size).toBe(4);
});

test('evaluations say how, on what and by what they were measured', async () => {
  const evaluations = await workshop.db.manager.find(Evaluation);
  expect(evaluations.map(({ name }) => name).sort()).toEqual(
    [...networks, 'prune-and-tune', 'snapshot'].sort(),
  );
  for (const { definition, name, ...rest } of evaluations) {
    expect(definition).toEqual({
      version: 1,
      averaging: 'mean-softmax',
      klPairs: 'ordered',
      includesParent: name === 'parent',
      eceBins: 15,
      confidence: 0.95,
    });
    expect(rest).toMatchObject({
      dataset: 'mnist',
      images: 100,
      dataDigest: summary.dataDigest,
      backend: 'onnxruntime',
      codeVersion: summary.codeVersion,
    });
  }
});

test('off a terminal every finished job is told on a line, with what is left', () => {
  const lines = told.trim().split('\n');
  expect(lines[0]).toMatch(/^Computing on onnxruntime [\d.]+ on the CPU, \d+ threads?, 2 jobs at a time\.$/);
  expect(lines).toHaveLength(1 + 23);
  expect(lines[1]).toMatch(
    /^train-model parent done after [\d.]+ s · 1 of 23 jobs done · \d+ s so far · .+ left$/,
  );
  expect(lines.at(-1)).toContain('23 of 23 jobs done');
});

test('a mistaken command line ends with exit code 1 and a reason, and nothing is stored', async () => {
  const before = await workshop.db.manager.count(Experiment);
  const { code, stdout, stderr } = await startMain(
    'first-experiment/main.ts',
    ['--sample', '2'],
    workshop.env,
  ).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^--sample 2 is not a share above 0 and up to 1\.\nnpm run first-experiment/);
  expect(await workshop.db.manager.count(Experiment)).toBe(before);
});
