import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('reductions');

describe.each<[string, (x: tf.Tensor, axes?: number[], keepDims?: boolean) => tf.Tensor]>([
  ['sum', tf.sum],
  ['mean', tf.mean],
  ['max', tf.max],
  ['min', tf.min],
])('the %s, traced with its gradient', (_, reduce) => {
  it.each([undefined, [0], [-1], [1, 2], [2, 0], [3]])('is what eager tfjs computes over axes %s', (axes) => {
    for (const keepDims of [false, true]) {
      expectTracedGradients((x) => reduce(x, axes, keepDims), [normals(2, 3, 4, 1)]);
    }
  });
});

describe('reductions', () => {
  it('of what is broadcast, scaled or negated are what eager tfjs computes', () => {
    expectTraced(
      ({ x, row }) => {
        const rows = tf.broadcastTo(row, [2, 3, 4]);
        return {
          all: tf.sum(rows),
          some: tf.sum(rows, [0, 2]),
          kept: tf.mean(rows, [1], true),
          largest: tf.max(rows, 2),
          scaled: tf.sum(tf.mul(x, 0.1), 0),
          negated: tf.neg(tf.mean(tf.neg(x))),
          moments: tf.moments(x, [0, 1]).variance,
        };
      },
      { x: normals(2, 3, 4), row: normals(3, 1) },
    );
  });
});
