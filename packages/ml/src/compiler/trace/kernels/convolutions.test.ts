import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';
import { trace } from '../trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('convolutions');
const explicit: tf.backend_util.ExplicitPadding = [
  [0, 0],
  [1, 0],
  [2, 1],
  [0, 0],
];

describe('a convolution, traced with its gradients', () => {
  it.each<[number, number, 'same' | 'valid' | number | tf.backend_util.ExplicitPadding]>([
    [1, 1, 'valid'],
    [1, 2, 'valid'],
    [3, 1, 'same'],
    [3, 2, 'same'],
    [3, 2, 1],
    [5, 3, 2],
    [2, 1, explicit],
  ])('is what eager tfjs computes with a filter of %i, stride %i and pad %j', (size, stride, pad) => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad);
    expectTracedGradients(convolve, [normals(2, 7, 6, 3), normals(size, size, 3, 4)]);
  });

  it('is what eager tfjs computes when it is dilated', () => {
    expectTraced(({ x, filter }) => ({ y: tf.conv2d(x, filter, 1, 'same', 'NHWC', 2) }), {
      x: normals<tf.Rank.R4>(1, 8, 9, 2),
      filter: normals<tf.Rank.R4>(3, 3, 2, 3),
    });
  });

  it.each(['floor', 'round', 'ceil'] as const)('tells pads that give the size rounded by %s', (rounding) => {
    expectTraced(({ x, filter }) => ({ y: tf.conv2d(x, filter, 2, 0, 'NHWC', 1, rounding) }), {
      x: normals<tf.Rank.R4>(1, 8, 8, 2),
      filter: normals<tf.Rank.R4>(3, 3, 2, 3),
    });
  });

  it('is refused with its channels before its pixels', () => {
    const convolve = ({ x, filter }: { x: tf.Tensor4D; filter: tf.Tensor4D }) => ({
      y: tf.conv2d(x, filter, 1, 'same', 'NCHW'),
    });
    expect(() => trace(convolve, { x: normals(1, 2, 8, 8), filter: normals(3, 3, 2, 3) })).toThrow('NCHW');
  });
});

describe('a convolution that keeps channels apart, traced with its gradients', () => {
  it.each<[number, number, number, 'same' | 'valid' | number]>([
    [3, 1, 1, 'same'],
    [3, 1, 2, 'same'],
    [3, 2, 1, 'same'],
    [3, 2, 2, 1],
    [2, 3, 1, 'valid'],
    [1, 1, 2, 'valid'],
  ])(
    'is what eager tfjs computes with a filter of %i, stride %i, %i times the channels and pad %j',
    (...given) => {
      const [size, stride, multiplier, pad] = given;
      const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad);
      expectTracedGradients(convolve, [normals(2, 7, 6, 3), normals(size, size, 3, multiplier)]);
    },
  );

  it('is what eager tfjs computes when it is dilated', () => {
    expectTraced(({ x, filter }) => ({ y: tf.depthwiseConv2d(x, filter, 1, 'same', 'NHWC', 2) }), {
      x: normals<tf.Rank.R4>(1, 8, 9, 2),
      filter: normals<tf.Rank.R4>(3, 3, 2, 2),
    });
  });
});

describe('a convolution fused with bias and activation', () => {
  it.each(['linear', 'relu', 'relu6', 'sigmoid', 'elu', 'leakyrelu', 'prelu'] as const)(
    'is what eager tfjs computes with %s',
    (activation) => {
      expectTraced(
        ({ x, filter, bias, alpha }) => ({
          y: tf.fused.conv2d({
            x,
            filter,
            bias,
            strides: 1,
            pad: 'same',
            activation,
            leakyreluAlpha: 0.1,
            preluActivationWeights: activation === 'prelu' ? alpha : undefined,
          }),
        }),
        {
          x: normals<tf.Rank.R4>(1, 5, 5, 2),
          filter: normals<tf.Rank.R4>(3, 3, 2, 3),
          bias: normals<tf.Rank.R1>(3),
          alpha: normals<tf.Rank.R1>(3),
        },
      );
    },
  );

  it('has the gradients that eager tfjs computes', () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) =>
      tf.fused.conv2d({
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        bias,
        strides: 1,
        pad: 'same',
        activation: 'relu',
      });
    expectTracedGradients(convolve, [normals(1, 5, 5, 2), normals(3, 3, 2, 3), normals(3)]);
  });
});

describe('a transposed convolution', () => {
  it('is what eager tfjs computes', () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2dTranspose(x as tf.Tensor4D, filter as tf.Tensor4D, [1, 8, 8, 2], 2, 'same');
    expectTracedGradients(convolve, [normals(1, 4, 4, 3), normals(3, 3, 2, 3)]);
  });
});
