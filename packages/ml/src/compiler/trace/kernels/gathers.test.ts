import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';
import { trace } from '../trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('gathers');
const indices = (...values: number[]) => tf.tensor1d(values, 'int32');

describe('a gather, traced with its gradient', () => {
  it.each([0, 1, -1])('is what eager tfjs computes along axis %i', (axis) => {
    expectTraced(
      ({ x, picked, dy }) => {
        const gather = (x: tf.Tensor) => tf.gather(x, picked, axis);
        const { value, grad } = tf.valueAndGrad(gather)(x, tf.slice(dy, 0, tf.gather(x, picked, axis).shape));
        return { value, grad };
      },
      { x: normals(4, 4, 4), picked: indices(3, 0, 3, 1, 1), dy: normals(5, 5, 5) },
    );
  });

  it('is what eager tfjs computes by a matrix of indices', () => {
    expectTraced(({ x, picked }) => ({ rows: tf.gather(x, picked) }), {
      x: normals(4, 3),
      picked: tf.tensor2d(
        [
          [1, 2],
          [0, 3],
        ],
        [2, 2],
        'int32',
      ),
    });
  });

  it('is refused for a batch of indices', () => {
    const gather = ({ x, picked }: { x: tf.Tensor; picked: tf.Tensor }) => ({
      y: tf.gather(x, picked, 1, 1),
    });
    const inputs = { x: normals(2, 3), picked: tf.tensor2d([[1], [0]], [2, 1], 'int32') };
    expect(() => trace(gather, inputs)).toThrow('batchDims of 1');
  });
});

describe('a sum over segments, traced with its gradient', () => {
  it('is what eager tfjs computes', () => {
    const ids = indices(2, 0, 2, 4, 0);
    expectTracedGradients((x) => tf.unsortedSegmentSum(x, indices(2, 0, 2, 4, 0), 5), [normals(5, 2, 3)]);
    expectTraced(({ x, ids }) => ({ sums: tf.unsortedSegmentSum(x, ids, 5) }), { x: normals(5, 2), ids });
  });
});

describe('one-hot vectors', () => {
  it('are what eager tfjs computes, of any two values', () => {
    expectTraced(
      ({ labels }) => ({
        whole: tf.oneHot(labels, 4),
        smooth: tf.oneHot(labels, 4, 0.9, 0.1, 'float32'),
      }),
      { labels: indices(3, 0, 2) },
    );
  });
});
