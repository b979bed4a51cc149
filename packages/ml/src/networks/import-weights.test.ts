import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import type { TensorData } from '../checkpoints/tensor-data.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { computeActivation } from './compute-activation.ts';
import { importWeights } from './import-weights.ts';
import { inferencePass } from './inference-pass.ts';
import { initializeWeights } from './initialize.ts';
import { takingPictures } from './taking-pictures.ts';
import { encodeWeights } from './weights-file.ts';

beforeAll(() => startRuntime('cpu'));

const architecture = findArchitecture('convnet');
const specs = architecture.tensors({ channels: 3, classes: 4 });
const preprocess = 'rgb/255, mean .5 .4 .3, std .2 .2 .1';

type Changes = Readonly<Record<string, TensorData | undefined>>;

/** A file of a ConvNet for four classes, with other tensors in places, or without some. */
async function fileOf(changes: Changes = {}, metadata: Record<string, string> = { preprocess }) {
  const { tensors } = decodeSafetensors(await encodeWeights(initializeWeights(specs, 1), specs));
  const changed = Object.entries({ ...Object.fromEntries(tensors), ...changes });
  const kept = changed.filter((entry): entry is [string, TensorData] => entry[1] !== undefined);
  return encodeSafetensors(Object.fromEntries(kept), metadata);
}

const filled = (shape: number[], value = 0): TensorData => ({
  dtype: 'F32',
  shape,
  data: new Float32Array(tf.util.sizeFromShape(shape)).fill(value),
});

describe('a file of weights from elsewhere', () => {
  it('gives weights, what goes in and comes out, and its preprocessing', async () => {
    const metadata = { architecture: 'convnet', layout: 'OIHW', licence: 'MIT', preprocess };
    const network = importWeights(await fileOf({}, metadata), architecture);
    expect(network).toMatchObject({ architecture, shape: { channels: 3, classes: 4 }, specs, metadata });
    expect(network.preprocessing).toEqual({
      order: 'rgb',
      divisor: 255,
      mean: [0.5, 0.4, 0.3],
      std: [0.2, 0.2, 0.1],
    });
    const [weights, wanted] = [network.weights(), initializeWeights(specs, 1)];
    for (const { name } of specs)
      expect([name, ...weights[name]!.dataSync()]).toEqual([name, ...wanted[name]!.dataSync()]);
    tf.dispose(weights);
    expect([...network.weights()['fc.bias']!.dataSync()]).toEqual([0, 0, 0, 0]);
  });

  it('may say nothing of itself', async () => {
    expect(importWeights(await fileOf({}, {}), architecture).preprocessing).toBeUndefined();
  });

  it('may count batches, as PyTorch does beside its norms', async () => {
    const count: TensorData = { dtype: 'I64', shape: [], data: BigInt64Array.of(9n) };
    const file = await fileOf({ 'bn1.num_batches_tracked': count });
    expect(Object.keys(importWeights(file, architecture).weights())).toEqual(specs.map(({ name }) => name));
  });

  it('may hold half floats, bfloats and doubles', async () => {
    const values = importWeights(
      await fileOf({
        'bn1.weight': { dtype: 'F16', shape: [16], data: new Uint16Array(16).fill(0x3e00) },
        'bn2.weight': { dtype: 'BF16', shape: [32], data: new Uint16Array(32).fill(0x4020) },
        'fc.bias': { dtype: 'F64', shape: [4], data: new Float64Array(4).fill(0.25) },
      }),
      architecture,
    ).weights();
    for (const [name, value] of [
      ['bn1.weight', 1.5],
      ['bn2.weight', 2.5],
      ['fc.bias', 0.25],
    ] as const)
      expect([name, ...new Set(values[name]!.dataSync())]).toEqual([name, value]);
  });
});

describe('a file of weights is refused', () => {
  it.each<[string, Changes, string]>([
    ['that lacks a tensor', { 'bn2.bias': undefined }, 'The weights lack the tensor "bn2.bias", [32].'],
    [
      'with a tensor too many',
      { 'aux1.fc.weight': filled([10, 5]) },
      'The weights have a tensor "aux1.fc.weight", [10,5], that this architecture has not',
    ],
    [
      'that counts batches of another’s norm',
      { 'bn9.num_batches_tracked': { dtype: 'I64', shape: [], data: BigInt64Array.of(9n) } },
      'The weights have a tensor "bn9.num_batches_tracked", []',
    ],
    [
      'with a tensor of another shape',
      { 'conv2.weight': filled([32, 16, 5, 5]) },
      'Tensor "conv2.weight" is [32,16,5,5]; this architecture wants [32,16,3,3].',
    ],
    [
      'with a first tensor of another rank',
      { 'conv1.weight': filled([432]) },
      'Tensor "conv1.weight" is [432]; this architecture wants [16,3,3,3].',
    ],
    [
      'of no channels at all',
      { 'conv1.weight': filled([16, 0, 3, 3]) },
      'Tensor "conv1.weight" is [16,0,3,3]; this architecture wants [16,3,3,3].',
    ],
    [
      'with a classifier of other sides',
      { 'fc.bias': filled([5]) },
      'Tensor "fc.weight" is [4,64]; this architecture wants [5,64].',
    ],
    [
      'with a tensor of another type',
      { 'bn1.bias': { dtype: 'I32', shape: [16], data: new Int32Array(16) } },
      'Tensor "bn1.bias", [16], is of type I32; weights are read as F32, F64, F16 or BF16.',
    ],
    [
      'with NaN in it',
      { 'bn1.bias': filled([16], Number.NaN) },
      'Tensor "bn1.bias", [16], holds NaN at index 0; every number must be finite.',
    ],
    [
      'with an infinite half float',
      { 'bn1.bias': { dtype: 'F16', shape: [16], data: new Uint16Array(16).fill(0x7c00) } },
      'Tensor "bn1.bias", [16], holds Infinity at index 0',
    ],
  ])('%s', async (_, changes, message) => {
    const file = await fileOf(changes);
    const before = tf.memory().numTensors;
    expect(() => importWeights(file, architecture)).toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [
      { architecture: 'resnet20' },
      'The file holds weights of "resnet20"; convnet was wanted: choose the one or the other.',
    ],
    [{ layout: 'HWIO' }, 'The file\'s filters lie as "HWIO"; they are read as OIHW, PyTorch\'s layout.'],
    [{ preprocess: 'whitened' }, 'The preprocessing "whitened" says "whitened", which is unknown here.'],
    [
      { preprocess: 'grey/255' },
      'The preprocessing "grey/255" is for grey images; the network takes 3 channels.',
    ],
  ])('that says of itself %j', async (metadata, message) => {
    const file = await fileOf({}, metadata);
    expect(() => importWeights(file, architecture)).toThrow(message);
  });

  it('that is another architecture’s by its tensors', async () => {
    const file = await fileOf();
    expect(() => importWeights(file, findArchitecture('googlenet'))).toThrow(
      'The weights lack the tensor "conv1.conv.weight", [64,3,7,7].',
    );
    expect(() => importWeights(file, findArchitecture('squeezenet1_0'))).toThrow(
      'Tensor "conv1.weight" is [16,3,3,3]; this architecture wants [96,3,7,7].',
    );
  });

  it('that was cut off, or is none', async () => {
    const file = await fileOf();
    expect(() => importWeights(file.subarray(0, -4), architecture)).toThrow('It may be cut off.');
    expect(() => importWeights(new TextEncoder().encode('not a file of weights'), architecture)).toThrow(
      'a safetensors header has 100000000 at most',
    );
  });

  it('that doesn’t fit what is wanted', async () => {
    const file = await fileOf();
    expect(() => importWeights(file, architecture, { channels: 3, classes: 10 })).toThrow(
      'Tensor "fc.weight" is [4,64]; this architecture wants [10,64].',
    );
  });
});

describe('an imported network that takes pictures', () => {
  it.each(['rgb/255, mean .5 .4 .3, std .2 .3 .4', 'BGR, 0..255, minus 104 117 123, std 2 3 4'])(
    'does to pictures in [0, 1] what its words want done to bytes: %s',
    async (words) => {
      const network = importWeights(await fileOf({}, { preprocess: words }), architecture);
      const { order, divisor, mean, std } = network.preprocessing!;
      const pictures = tf.sigmoid(drawNormals('pictures')<tf.Rank.R4>(1, 6, 6, 3));
      const activation = (weights: tf.NamedTensorMap, images: tf.Tensor) =>
        computeActivation(architecture, inferencePass(weights), images as tf.Tensor4D, 'conv2');
      const bytes = tf.mul(order === 'bgr' ? tf.reverse(pictures, 3) : pictures, 255);
      const preprocessed = tf.div(tf.sub(tf.div(bytes, divisor), [...mean]), [...std]);
      const wanted = activation(network.weights(), preprocessed);
      const { weights, data } = takingPictures(network.weights(), network.specs, network.preprocessing!);
      const came = activation(weights, tf.div(tf.sub(pictures, data.mean), data.std));
      const worst = tf.max(tf.abs(tf.sub(came, wanted))).dataSync()[0]!;
      expect(worst / tf.max(wanted).dataSync()[0]!).toBeLessThan(1e-5);
      expect(data.channels).toBe(3);
    },
  );
});
