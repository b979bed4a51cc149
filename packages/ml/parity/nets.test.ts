import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findArchitecture } from '../src/architectures/registry.ts';
import { decodeSafetensors } from '../src/checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../src/checkpoints/encode-safetensors.ts';
import { computeActivation } from '../src/networks/compute-activation.ts';
import { inferencePass } from '../src/networks/inference-pass.ts';
import { initializeWeights } from '../src/networks/initialize.ts';
import type { Weights } from '../src/networks/pass.ts';
import { encodeWeights } from '../src/networks/weights-file.ts';
import { createRandom } from '../src/random/random.ts';
import { startRuntime } from '../src/runtime/start-runtime.ts';
import { openCifarBatch } from './cifar-batch.ts';
import { openFixtures } from './fixture-folder.ts';
import { logitsOf, replayLogits } from './logits.ts';
import { openNet, takingPictures } from './net.ts';
import { parsePreprocess, preprocessed } from './preprocess.ts';
import { replayPruneStep } from './prune-step.ts';
import { relativeErrors } from './relative-errors.ts';
import { replayTuneChild } from './tune-child.ts';

let [fixtures, models] = ['', ''];

beforeAll(() => startRuntime('cpu'));
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'nets-'));
  [fixtures, models] = [join(folder, 'fixtures'), join(folder, 'models')];
  mkdirSync(fixtures);
  mkdirSync(models);
});
afterEach(() => rmSync(join(fixtures, '..'), { recursive: true }));

const open = () => openFixtures(fixtures, [models]);
const describeFixtures = (content: unknown) =>
  writeFileSync(join(fixtures, 'fixtures.json'), JSON.stringify(content));

async function addNet(name: string, architecture = 'resnet8'): Promise<void> {
  const specs = findArchitecture('resnet8').tensors({ channels: 3, classes: 10 });
  const { tensors } = decodeSafetensors(await encodeWeights(initializeWeights(specs, 1), specs));
  const metadata = { architecture, preprocess: 'rgb/255, mean .5 .4 .3, std .2 .2 .1' };
  writeFileSync(
    join(models, `${name}.safetensors`),
    encodeSafetensors(Object.fromEntries(tensors), metadata),
  );
}

/** Two pictures and the logits that the net gives them, one of them off by `error`. */
async function addLogits(error: number): Promise<void> {
  describeFixtures({ logits: [{ file: 'logits-net.safetensors', net: 'net' }] });
  const random = createRandom('pixels');
  const images = {
    dtype: 'U8' as const,
    shape: [2, 3, 8, 8],
    data: Uint8Array.from({ length: 384 }, () => random.integer(256)),
  };
  const net = openNet(open(), 'net');
  const logits = await logitsOf(net, net.weights(), images);
  logits[7]! += error * logits.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const file = encodeSafetensors({ images, logits: { dtype: 'F32', shape: [2, 10], data: logits } });
  writeFileSync(join(fixtures, 'logits-net.safetensors'), file);
}

describe('a replay of logits', () => {
  it.each([
    [0.9e-3, 'PASS'],
    [1.2e-3, 'FAIL'],
  ])('that are off by %d of the largest says %s', async (error, status) => {
    await addNet('net');
    await addLogits(error);
    const [line] = await replayLogits(open());
    expect(line).toMatchObject({ name: 'logits-net', status, worst: expect.closeTo(error, 4) });
  });

  it('waits for a net that no folder has, and for an architecture that is not built', async () => {
    describeFixtures({ logits: [{ file: 'logits-net.safetensors', net: 'net' }] });
    expect(await replayLogits(open())).toMatchObject([
      { status: 'NOT YET', note: 'net.safetensors is in none of the folders of models that were given' },
    ]);
    await addNet('net', 'vgg16');
    expect(await replayLogits(open())).toMatchObject([
      { status: 'NOT YET', note: 'the architecture "vgg16" is not built yet' },
    ]);
  });
});

describe('a replay of training', () => {
  const described = { net: 'net', dataset: 'data_batch_9', nesterov: true };

  it('waits for the images that it was trained on', async () => {
    await addNet('net');
    describeFixtures({ prune_step: described, tune_child: { ...described, augmentation: null } });
    const lines = [...(await replayPruneStep(open())), ...(await replayTuneChild(open()))];
    expect(lines).toMatchObject(
      ['prune-step', 'tune-child'].map((name) => ({
        name,
        status: 'NOT YET',
        note: 'data_batch_9.bin or data_batch_9.bin.xz is in none of the folders that were given',
      })),
    );
  });
});

describe('a batch of CIFAR-10', () => {
  const records = Uint8Array.from({ length: 2 * 3073 }, (_, at) =>
    at % 3073 === 0 ? 4 + at / 3073 : at % 251,
  );

  it('gives the images that are picked, in their order, with labels', async () => {
    describeFixtures({});
    mkdirSync(join(fixtures, '../data/cifar'), { recursive: true });
    writeFileSync(join(fixtures, '../data/cifar/batch.bin'), records);
    const { shape, labels, pixels } = (await openCifarBatch(open(), 'batch')).pick([1, 0]);
    expect(shape).toEqual([2, 3, 32, 32]);
    expect([...labels]).toEqual([5, 4]);
    expect(pixels.subarray(3072)).toEqual(records.subarray(1, 3073));
  });

  it('of other bytes, and an image that it lacks, are refused', async () => {
    describeFixtures({});
    writeFileSync(join(models, 'batch.bin'), records.subarray(1));
    await expect(openCifarBatch(open(), 'batch')).rejects.toThrow('batch has 6145 bytes');
    writeFileSync(join(models, 'batch.bin'), records);
    const batch = await openCifarBatch(open(), 'batch');
    expect(() => batch.pick([2])).toThrow('Image 2 came; the batch has 2.');
  });
});

describe('preprocessing', () => {
  it('is read from the words of a net’s file', () => {
    expect(parsePreprocess('rgb/255, mean .485 .456 .406, std .229 .224 .225')).toEqual({
      order: 'rgb',
      divisor: 255,
      mean: [0.485, 0.456, 0.406],
      std: [0.229, 0.224, 0.225],
    });
    expect(parsePreprocess('227x227, BGR, 0..255, minus 104 117 123')).toEqual({
      order: 'bgr',
      divisor: 1,
      mean: [104, 117, 123],
      std: [1, 1, 1],
    });
    expect(() => parsePreprocess('rgb/255, whitened')).toThrow('says "whitened"');
  });

  it('orders, scales and normalises the channels of planes', () => {
    const planes = Uint8Array.of(10, 20, 30, 40, 50, 60);
    const images = preprocessed(planes, [1, 3, 1, 2], {
      order: 'bgr',
      divisor: 10,
      mean: [1, 2, 3],
      std: [1, 2, 1],
    });
    expect(images.shape).toEqual([1, 1, 2, 3]);
    expect([...images.dataSync()]).toEqual([4, 0.5, -2, 5, 1, -1]);
  });
});

describe('a net that takes pictures', () => {
  it('gives them the activations that it gives their bytes', async () => {
    await addNet('net');
    describeFixtures({});
    const preprocess = parsePreprocess('BGR, 0..255, minus 104 117 123, std 2 3 4');
    const net = { ...openNet(open(), 'net'), preprocess };
    const random = createRandom('pictures');
    const bytes = Uint8Array.from({ length: 3 * 36 }, () => random.integer(256));
    const activation = (weights: Weights, images: tf.Tensor4D) =>
      computeActivation(net.architecture, inferencePass(weights), images, 'stage1.block0').dataSync();
    const wanted = activation(net.weights(), preprocessed(bytes, [1, 3, 6, 6], preprocess));
    const { weights, data } = takingPictures(net);
    const pictures = tf.div(
      tf.transpose(tf.tensor4d(Float32Array.from(bytes), [1, 3, 6, 6]), [0, 2, 3, 1]),
      255,
    );
    const came = activation(weights, tf.div(tf.sub(pictures, data.mean), data.std));
    expect(Math.max(...relativeErrors(came, wanted))).toBeLessThan(1e-5);
  });
});
