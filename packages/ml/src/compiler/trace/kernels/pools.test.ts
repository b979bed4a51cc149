import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('pools');

describe.each([
  ['the largest', tf.maxPool<tf.Tensor4D>],
  ['the mean', tf.avgPool<tf.Tensor4D>],
] as const)('%s of each window, traced with its gradient', (_, pool) => {
  it.each<[number | [number, number], number | [number, number], 'same' | 'valid' | number]>([
    [2, 2, 'valid'],
    [3, 2, 'valid'],
    [3, 2, 'same'],
    [3, 1, 'same'],
    [3, 2, 1],
    [[7, 6], 1, 'valid'],
    [[2, 3], [1, 2], 'valid'],
    [1, 1, 'valid'],
    [1, 2, 'valid'],
  ])('is what eager tfjs computes for windows of %j, strides %j and pad %j', (size, strides, pad) => {
    expectTracedGradients((x) => pool(x as tf.Tensor4D, size, strides, pad), [normals(2, 7, 6, 3)]);
  });

  it.each(['floor', 'ceil'] as const)(
    'has windows over the border where sizes are rounded by %s',
    (rounding) => {
      expectTraced(({ x }) => ({ y: pool(x, 3, 2, 0, rounding) }), { x: normals<tf.Rank.R4>(1, 8, 8, 2) });
    },
  );
});

describe('the largest of each window', () => {
  it('is what eager tfjs computes with a pad of its own on each side', () => {
    const pads: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [1, 0],
      [2, 1],
      [0, 0],
    ];
    expectTracedGradients((x) => tf.maxPool(x as tf.Tensor4D, 3, 2, pads), [normals(2, 7, 6, 3)]);
  });

  it('hands its gradient to the first of equals', () => {
    const rounded = tf.floor(normals(2, 6, 6, 2));
    expectTracedGradients((x) => tf.maxPool(x as tf.Tensor4D, 3, 2, 'same'), [rounded]);
  });
});

describe('the mean of a whole picture', () => {
  it('has a gradient that is not spread out before it is used', () => {
    const operations = expectTracedGradients(
      (x) => tf.avgPool(x as tf.Tensor4D, [7, 6], 1, 'valid'),
      [normals(2, 7, 6, 3)],
    );
    expect(operations).toContain('broadcast');
    expect(operations).not.toContain('avgPoolGradient');
  });
});
