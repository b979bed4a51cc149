import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { batchNormalize } from './batch-normalize.ts';
import { normEpsilon } from './pass.ts';

beforeEach(() => startRuntime('cpu'));

const random = createRandom('batch-normalize');
const normals = (...shape: number[]): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => 2 + random.normal()),
    shape,
  );

function byMoments(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  return tf.add(tf.mul(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, normEpsilon))), scale), shift);
}

const inClosedForm = (x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor =>
  batchNormalize(x as tf.Tensor4D, scale as tf.Tensor1D, shift as tf.Tensor1D).normalized;

function expectClose(came: tf.Tensor, wanted: tf.Tensor): void {
  expect(came.shape).toEqual(wanted.shape);
  const worst = tf.max(tf.abs(tf.sub(came, wanted))).dataSync()[0]!;
  expect(worst).toBeLessThan(1e-5 * tf.max(tf.abs(wanted)).dataSync()[0]!);
}

describe('batch normalisation', () => {
  it('and its gradient in closed form are those by differentiating through the moments', () => {
    const inputs = [normals(3, 4, 5, 2), normals(2), normals(2)];
    const dy = normals(3, 4, 5, 2);
    const ours = tf.valueAndGrads(inClosedForm)(inputs, dy);
    const wanted = tf.valueAndGrads(byMoments)(inputs, dy);
    expectClose(ours.value, wanted.value);
    ours.grads.forEach((gradient, index) => {
      expectClose(gradient, wanted.grads[index]!);
    });
  });

  it('tells the mean and the biased variance of each channel', () => {
    const x = tf.tensor4d([1, 10, 3, 10, 5, 40, 7, 20], [2, 2, 1, 2]);
    const { statistics } = batchNormalize(x, tf.ones([2]), tf.zeros([2]));
    expect([...statistics.mean.dataSync()]).toEqual([4, 20]);
    expect([...statistics.variance.dataSync()]).toEqual([5, 150]);
    expect(statistics.count).toBe(4);
  });

  it('loses nothing to the length of its sums on WASM', async () => {
    await startRuntime('wasm');
    const values = Float32Array.from({ length: 64 * 32 * 32 }, () => 1 + random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const { statistics } = batchNormalize(tf.tensor4d(values, [64, 32, 32, 1]), tf.ones([1]), tf.zeros([1]));
    expect(Math.abs(statistics.mean.dataSync()[0]! - mean)).toBeLessThan(1e-6);
    expect(Math.abs(statistics.variance.dataSync()[0]! - variance)).toBeLessThan(1e-6);
  });
});
