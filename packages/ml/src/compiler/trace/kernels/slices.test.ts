import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';
import { trace } from '../trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('slices');

describe('a part of a tensor, traced with its gradient', () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['slice', (x) => tf.slice(tf.slice(x, [1, 0], [4, -1]), [1, 2], [2, 3])],
    ['split in equal parts', (x) => tf.sub(...(tf.split(x, 2, 1) as [tf.Tensor, tf.Tensor]))],
    ['split in parts of any size', (x) => tf.split(x, [1, 4, 1], -1)[1]!],
    ['unstack', (x) => tf.mul(tf.unstack(x, 1)[2]!, tf.unstack(x, 1)[3]!)],
  ])('is what eager tfjs computes: %s', (_, compute) => {
    expectTracedGradients(compute, [normals(5, 6)]);
  });

  it.each<[string, number[], number[], number[], number?]>([
    ['a simple slice', [1, 2], [4, 5], [1, 1]],
    ['every second column', [0, 1], [5, 6], [1, 2]],
    ['from behind', [4, 5], [-6, 1], [-2, -1]],
    ['one row', [2, 0], [3, 6], [1, 1], 1],
  ])('is what eager tfjs computes: %s', (_, begin, end, strides, shrinkAxisMask = 0) => {
    expectTraced(({ x }) => ({ part: tf.stridedSlice(x, begin, end, strides, 0, 0, 0, 0, shrinkAxisMask) }), {
      x: normals(5, 6),
    });
  });

  it('is refused where the tensor ends before', () => {
    const tooFar = ({ x }: { x: tf.Tensor }) => ({ part: tf.slice(x, [2], [4]) });
    expect(() => trace(tooFar, { x: normals(5) })).toThrow('slice');
  });
});
