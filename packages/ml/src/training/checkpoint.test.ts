import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TensorSpec } from '../architectures/architecture.ts';
import { batchNorm, convolution } from '../architectures/tensor-specs.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { decodeCheckpoint, encodeCheckpoint, type TrainingCheckpoint } from './checkpoint.ts';

beforeAll(() => startRuntime('cpu'));

const specs: TensorSpec[] = [convolution('conv', 3, 2, 4), ...batchNorm('bn', 4)];
const identity = { backend: 'cpu', dataDigest: 'abc' };

function checkpoint(): TrainingCheckpoint {
  const {
    'bn.running_mean': _mean,
    'bn.running_var': _variance,
    ...velocities
  } = initializeWeights(specs, 2);
  return {
    state: { weights: initializeWeights(specs, 1), velocities },
    losses: [2.25, 0.1, 1e-7],
    seconds: 12.5,
  };
}

const valuesOf = (tensors: Readonly<Record<string, tf.Tensor>>) =>
  Object.entries(tensors).map(([name, tensor]) => [name, tensor.shape, [...tensor.dataSync()]]);

describe('a checkpoint of a training', () => {
  it('comes back to the last bit, with its losses and its time', async () => {
    const before = checkpoint();
    const after = decodeCheckpoint(await encodeCheckpoint(before, identity), specs, identity)!;
    expect(valuesOf(after.state.weights)).toEqual(valuesOf(before.state.weights));
    expect(valuesOf(after.state.velocities)).toEqual(valuesOf(before.state.velocities));
    expect([after.losses, after.seconds]).toEqual([before.losses, before.seconds]);
  });

  it('of another training is none', async () => {
    const file = await encodeCheckpoint(checkpoint(), identity);
    expect(decodeCheckpoint(file, specs, { ...identity, dataDigest: 'abd' })).toBeUndefined();
    expect(decodeCheckpoint(file, specs, { ...identity, codeVersion: '1' })).toBeUndefined();
  });

  it('of another network is refused by the tensor', async () => {
    const file = await encodeCheckpoint(checkpoint(), identity);
    const tensors = tf.memory().numTensors;
    expect(() => decodeCheckpoint(file, [convolution('conv', 3, 2, 8)], identity)).toThrow(
      'The checkpoint\'s tensor "weights/conv.weight" is F32 [3,3,2,4]; F32 [3,3,2,8] was wanted.',
    );
    expect(() => decodeCheckpoint(file, [...specs, convolution('conv2', 3, 2, 4)], identity)).toThrow(
      'tensor "weights/conv2.weight" is missing; F32 [3,3,2,4] was wanted.',
    );
    expect(tf.memory().numTensors).toBe(tensors);
  });
});
