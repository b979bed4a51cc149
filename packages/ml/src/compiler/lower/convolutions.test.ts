import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { everyBlock, expectLowered, expectLoweredGradients } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('convolutions');
type Pad = Parameters<typeof tf.conv2d>[3];
const convolve =
  (stride: number, pad: Pad, dilation = 1) =>
  (x: tf.Tensor, filter: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad, 'NHWC', dilation);

describe('a convolution and its two gradients', () => {
  it.each<[batch: number, channelsIn: number, channelsOut: number, size: number, stride: number, pad: Pad]>([
    [16, 16, 16, 3, 1, 1],
    [16, 16, 32, 3, 2, 1],
    [16, 3, 16, 3, 1, 1],
    [16, 3, 16, 7, 2, 0],
    [16, 16, 16, 1, 1, 0],
    [16, 16, 32, 1, 2, 0],
    [16, 16, 16, 1, 1, 1],
    [16, 16, 16, 5, 3, 2],
    [16, 16, 16, 2, 2, 'valid'],
    [5, 16, 16, 3, 1, 'same'],
    [16, 16, 10, 3, 1, 1],
    [3, 5, 7, 3, 2, 'same'],
    [
      2,
      16,
      16,
      3,
      2,
      [
        [0, 0],
        [1, 0],
        [2, 1],
        [0, 0],
      ],
    ],
  ])('are right for %i images, %i to %i channels, a filter of %i, stride %i, pads %j', async (...shape) => {
    const [batch, channelsIn, channelsOut, size, stride, pad] = shape;
    await expectLoweredGradients(convolve(stride, pad), [
      normals(batch, 9, 8, channelsIn),
      normals(size, size, channelsIn, channelsOut),
    ]);
  });

  it('are right when it is dilated', async () => {
    const inputs = [normals(16, 9, 8, 16), normals(3, 3, 16, 16)];
    await expectLowered(({ x, filter }) => ({ y: convolve(1, 'same', 2)(x, filter) }), {
      x: inputs[0]!,
      filter: inputs[1]!,
    });
  });

  it('are right when its filter is spread out by zeros: a dilated one with the gradients that tfjs lacks', async () => {
    const [x, filter] = [normals(8, 9, 8, 16), normals(3, 3, 16, 16)];
    const spread = (filter: tf.Tensor) => {
      const holes = tf.pad(tf.reshape(filter, [3, 1, 3, 1, 256]), [
        [0, 0],
        [0, 1],
        [0, 0],
        [0, 1],
        [0, 0],
      ]);
      return tf.slice(tf.reshape(holes, [6, 6, 16, 16]), 0, [5, 5, 16, 16]);
    };
    const dilated = (x: tf.Tensor, filter: tf.Tensor) => convolve(1, 'same')(x, spread(filter));
    const apart = tf.max(tf.abs(tf.sub(dilated(x, filter), convolve(1, 'same', 2)(x, filter))));
    expect(apart.dataSync()[0]).toBeLessThan(1e-4);
    await expectLoweredGradients(dilated, [x, filter]);
  });

  it.each<[channels: number, multiplier: number, size: number, stride: number, pad: Pad]>([
    [16, 1, 3, 1, 'same'],
    [16, 2, 3, 2, 'same'],
    [3, 2, 5, 3, 2],
    [16, 1, 2, 2, 'valid'],
  ])(
    'are right where it keeps channels apart: %i, %i times as many, a filter of %i, stride %i, pads %j',
    async (channels, multiplier, size, stride, pad) => {
      const apart = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad as 'same');
      await expectLoweredGradients(apart, [
        normals(4, 9, 8, channels),
        normals(size, size, channels, multiplier),
      ]);
    },
  );

  it('are right between others, where it keeps channels apart and is dilated', async () => {
    await expectLowered(
      ({ x, filter, apart }) => {
        const between = tf.depthwiseConv2d(convolve(1, 1)(x, filter), apart, 1, 'same', 'NHWC', 2);
        return { y: convolve(1, 1)(tf.relu(between), filter) };
      },
      {
        x: normals(2, 9, 8, 16),
        filter: normals(3, 3, 16, 16),
        apart: normals<tf.Rank.R4>(3, 3, 16, 1),
      },
    );
  });

  it.each<[batch: number, channelsIn: number, size: number, stride: number, pad: number]>([
    [8, 16, 3, 2, 1],
    [8, 16, 7, 2, 0],
    [8, 16, 1, 2, 0],
    [8, 16, 2, 3, 0],
    [1, 3, 7, 2, 3],
    [1, 3, 5, 3, 2],
  ])(
    'spread a strided one over the picture: %i images, %i channels, a filter of %i, stride %i, pads %i',
    async (...shape) => {
      const [batch, channelsIn, size, stride, pad] = shape;
      const counts = await expectLoweredGradients(convolve(stride, pad), [
        normals(batch, 12, 18, channelsIn),
        normals(size, size, channelsIn, 16),
      ]);
      for (const count of counts) expect(count.get('ConvTranspose')).toBeUndefined();
    },
  );

  it.each([1, 2])('take a tall gradient in bands of rows, at stride %i', async (stride) => {
    await expectLoweredGradients(convolve(stride, 1), [
      normals(16, 39 * stride, 8 * stride, 3),
      normals(3, 3, 3, 64),
    ]);
  });

  it.each<[size: number, stride: number, pad: number]>([
    [7, 2, 0],
    [7, 2, 3],
    [3, 2, 1],
    [3, 4, 0],
  ])(
    'take pixels of few channels together: a filter of %i, stride %i, pads %i',
    async (size, stride, pad) => {
      const counts = await expectLoweredGradients(convolve(stride, pad), [
        normals(2, 16, 24, 3),
        normals(size, size, 3, 16),
      ]);
      for (const count of counts) expect(count.get('ConvTranspose')).toBeUndefined();
    },
  );

  it('have the sides of the picture apart', async () => {
    await expectLoweredGradients(convolve(1, 1), [normals(16, 1, 12, 16), normals(3, 3, 16, 16)]);
  });

  it.runIf(everyBlock.length > 1)('are computed in blocks, the one for the filter too', async () => {
    const [, blocks] = await expectLoweredGradients(convolve(1, 1), [
      normals(16, 4, 4, 16),
      normals(3, 3, 16, 16),
    ]);
    expect(blocks!.get('Conv')).toBe(3);
    expect(blocks!.get('FusedMatMul')).toBeUndefined();
  });

  it.runIf(everyBlock.length > 1)('take biases, sums and ReLUs into themselves', async () => {
    const bias = normals(16);
    const [, blocks] = await expectLowered(
      ({ x, a, b, bias }) => {
        const y = tf.relu(tf.add(convolve(1, 1)(x, a), bias));
        return { y: tf.relu(tf.add(convolve(1, 1)(y, a), tf.add(convolve(1, 1)(y, b), bias))) };
      },
      { x: normals(2, 5, 5, 16), a: normals(3, 3, 16, 16), b: normals(3, 3, 16, 16), bias },
    );
    expect(blocks!.get('Conv')).toBe(3);
    for (const spared of ['Add', 'Relu']) expect(blocks!.get(spared)).toBeUndefined();
  });
});
