import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { maxPool } from './max-pool.ts';

const row = (...values: number[]): tf.Tensor4D => tf.tensor4d(values, [1, 1, values.length, 1]);
const column = (...values: number[]): tf.Tensor4D => tf.transpose(row(...values), [0, 2, 1, 3]);

describe.each(['cpu', 'wasm'])('a max pool that rounds up, on %s', (backend) => {
  beforeAll(async () => {
    await startRuntime(backend);
  });

  it.each([
    [[5, 1, 2], [5]],
    [
      [5, 1, 2, -3],
      [5, 2],
    ],
    [
      [5, 1, 2, 3, 4],
      [5, 4],
    ],
    [
      [-5, -1, -2, -4, -4, -3],
      [-1, -2, -3],
    ],
    [[-7, -6], [-6]],
  ])('takes of %j the greatest of every window, the last one where it ends', (values, wanted) => {
    expect([...maxPool(row(...values), 3, 2).dataSync()]).toEqual(wanted);
    expect([...maxPool(column(...values), 3, 2).dataSync()]).toEqual(wanted);
  });

  it('sends a gradient to the greatest alone', () => {
    const gradient = tf.grad((x) => tf.sum(tf.mul(maxPool(x as tf.Tensor4D, 3, 2), row(10, 100))));
    expect([...gradient(row(5, 1, 2, -3)).dataSync()]).toEqual([10, 0, 100, 0]);
  });
});
