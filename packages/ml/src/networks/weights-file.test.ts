import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TensorSpec } from '../architectures/architecture.ts';
import { batchNorm, classifier, convolution } from '../architectures/tensor-specs.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { initializeWeights } from './initialize.ts';
import { decodeMask, decodeWeights, encodeMask, encodeWeights } from './weights-file.ts';

beforeAll(() => startRuntime('cpu'));

const specs: TensorSpec[] = [
  convolution('conv', 3, 2, 4),
  ...batchNorm('bn', 4),
  ...classifier('linear', 4, 5),
];

describe('a file of weights', () => {
  it('comes back as it was', async () => {
    const weights = initializeWeights(specs, 1);
    const back = decodeWeights(await encodeWeights(weights, specs), specs);
    expect(Object.keys(back)).toEqual(specs.map(({ name }) => name));
    for (const { name, shape } of specs) {
      expect(back[name]!.shape).toEqual(shape);
      expect([...back[name]!.dataSync()]).toEqual([...weights[name]!.dataSync()]);
    }
  });

  it('is the same bytes for the same weights', async () => {
    const bytes = () => encodeWeights(initializeWeights(specs, 3), specs);
    expect(await bytes()).toEqual(await bytes());
  });

  it("lies in PyTorch's layout: filters [out, in, height, width], linear weights [out, in]", async () => {
    const weights = initializeWeights(specs, 2);
    const { tensors } = decodeSafetensors(await encodeWeights(weights, specs));
    const expectSame = (name: string, wanted: tf.Tensor) => {
      expect(tensors.get(name)).toMatchObject({ shape: wanted.shape, dtype: 'F32' });
      expect([...(tensors.get(name)!.data as Float32Array)]).toEqual([...wanted.dataSync()]);
    };
    expectSame('conv.weight', tf.transpose(weights['conv.weight']!, [3, 2, 0, 1]));
    expectSame('linear.weight', tf.transpose(weights['linear.weight']!));
    expectSame('bn.running_var', weights['bn.running_var']!);
  });

  it.each([
    ['that lacks a tensor', { 'bn.bias': undefined }, 'The weights lack the tensor "bn.bias", [4].'],
    [
      'with a tensor of another shape',
      { 'linear.weight': { dtype: 'F32', shape: [4, 5], data: new Float32Array(20) } },
      'Tensor "linear.weight" is [4,5]; this architecture wants [5,4].',
    ],
    [
      'with a tensor of another type',
      { 'conv.weight': { dtype: 'I8', shape: [4, 2, 3, 3], data: new Int8Array(72) } },
      'Tensor "conv.weight", [4,2,3,3], is of type I8; weights are read as F32, F64, F16 or BF16.',
    ],
    [
      'with a tensor too many',
      { 'linear2.bias': { dtype: 'F32', shape: [2], data: new Float32Array(2) } },
      'The weights have a tensor "linear2.bias", [2], that this architecture has not',
    ],
    [
      'with a number that is none',
      { 'bn.running_mean': { dtype: 'F32', shape: [4], data: Float32Array.of(0, 1, Number.NaN, 2) } },
      'Tensor "bn.running_mean", [4], holds NaN at index 2; every number must be finite.',
    ],
  ] as const)('%s is refused by its name', async (_, change, message) => {
    const { tensors } = decodeSafetensors(await encodeWeights(initializeWeights(specs, 1), specs));
    const changed = Object.entries({ ...Object.fromEntries(tensors), ...change }).filter(
      ([, tensor]) => tensor,
    );
    const file = encodeSafetensors(Object.fromEntries(changed) as Parameters<typeof encodeSafetensors>[0]);
    const tensorsBefore = tf.memory().numTensors;
    expect(() => decodeWeights(file, specs)).toThrow(message);
    expect(tf.memory().numTensors).toBe(tensorsBefore);
  });
});

describe('a file of a mask', () => {
  it('has a byte a weight under the name and in the layout of the weight', () => {
    const bits = Uint8Array.from({ length: 72 }, (_, index) => Number(index % 5 === 0));
    const { tensors } = decodeSafetensors(encodeMask({ 'conv.weight': bits }, specs));
    expect([...tensors.keys()]).toEqual(['conv.weight']);
    const wanted = tf.transpose(tf.tensor(bits, [3, 3, 2, 4]), [3, 2, 0, 1]);
    expect(tensors.get('conv.weight')).toMatchObject({ dtype: 'U8', shape: [4, 2, 3, 3] });
    expect([...(tensors.get('conv.weight')!.data as Uint8Array)]).toEqual([...wanted.dataSync()]);
  });

  it('comes back as it was, and is refused by a network of other tensors', () => {
    const mask = { 'conv.weight': Uint8Array.from({ length: 72 }, (_, index) => Number(index % 7 > 2)) };
    const file = encodeMask(mask, specs);
    expect(decodeMask(file, specs)).toEqual(mask);
    const refusal = 'The mask\'s tensor "conv.weight" is U8 [4,2,3,3]; ';
    expect(() => decodeMask(file, [convolution('conv', 3, 2, 5)])).toThrow(`${refusal}U8 [5,2,3,3] was`);
    expect(() => decodeMask(file, batchNorm('bn', 4))).toThrow(`${refusal}none of that name was wanted.`);
  });
});
