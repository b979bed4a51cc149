import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findArchitecture } from '../src/architectures/registry.ts';
import { decodeSafetensors } from '../src/checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../src/checkpoints/encode-safetensors.ts';
import { initializeWeights } from '../src/networks/initialize.ts';
import { encodeWeights } from '../src/networks/weights-file.ts';
import { createRandom } from '../src/random/random.ts';
import { startRuntime } from '../src/runtime/start-runtime.ts';
import { openCifarBatch } from './cifar-batch.ts';
import { openFixtures } from './fixture-folder.ts';
import { logitsOf, replayLogits } from './logits.ts';
import { openNet } from './net.ts';
import { preprocessed } from './preprocess.ts';
import { replayPruneStep } from './prune-step.ts';
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
