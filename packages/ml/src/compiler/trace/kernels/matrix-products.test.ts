import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('matrix-products');

describe('a product of matrices, traced with its gradients', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('is what eager tfjs computes, transposed or not: %s, %s', (transposeA, transposeB) => {
    const a = transposeA ? [4, 3] : [3, 4];
    const b = transposeB ? [5, 4] : [4, 5];
    const multiply = (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b, transposeA, transposeB);
    expectTracedGradients(multiply, [normals(...a), normals(...b)]);
    expectTracedGradients(multiply, [normals(2, ...a), normals(2, ...b)]);
  });

  it('is what eager tfjs computes for batches that are broadcast', () => {
    expectTraced(({ a, b }) => ({ product: tf.matMul(a, b) }), {
      a: normals(2, 1, 3, 4),
      b: normals(5, 4, 2),
    });
  });

  it('is what eager tfjs computes of a vector', () => {
    const multiply = (a: tf.Tensor, b: tf.Tensor) => tf.dot(a, b);
    expectTracedGradients(multiply, [normals(3, 4), normals(4)]);
  });
});

describe('a product of matrices fused with bias and activation', () => {
  it('is what eager tfjs computes', () => {
    expectTraced(
      ({ a, b, bias }) => ({
        plain: tf.fused.matMul({ a, b }),
        full: tf.fused.matMul({ a, b, bias, activation: 'relu' }),
      }),
      { a: normals(3, 4), b: normals(4, 5), bias: normals(5) },
    );
  });
});
