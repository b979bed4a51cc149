import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('normalizations');

describe('a normalisation, traced with its gradients', () => {
  it('is what eager tfjs computes: softmax', () => {
    expect(expectTracedGradients((x) => tf.softmax(x), [normals(3, 5)])).toContain('softmax');
  });

  it('is what eager tfjs computes, as one operation: logSoftmax', () => {
    const operations = expectTracedGradients((x) => tf.logSoftmax(x), [normals(3, 5)]);
    expect(operations).toContain('logSoftmax');
    expect(operations).not.toContain('reduceMax');
  });

  it.each([1, 5])('is what eager tfjs computes: local responses in a radius of %i', (radius) => {
    const normalize = (x: tf.Tensor) => tf.localResponseNormalization(x as tf.Tensor4D, radius, 2, 0.3, 0.75);
    expectTracedGradients(normalize, [normals(2, 3, 3, 7)]);
  });

  it('is what eager tfjs computes: a batch normalisation', () => {
    const normalize = (x: tf.Tensor, mean: tf.Tensor, spread: tf.Tensor, ...affine: tf.Tensor[]) => {
      const variance = tf.add(tf.abs(spread), 0.5);
      const [offset, scale] = affine as tf.Tensor1D[];
      return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, offset, scale);
    };
    const [x, mean, spread, offset, scale] = [
      normals(2, 3, 3, 4),
      normals(4),
      normals(4),
      normals(4),
      normals(4),
    ];
    expectTracedGradients(normalize, [x, mean, spread, offset, scale]);
    expectTraced(({ x, mean, spread }) => ({ y: normalize(x, mean, spread) }), { x, mean, spread });
  });
});
