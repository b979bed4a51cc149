import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { expectLowered, expectLoweredGradients } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('reductions');
const everyAxes = [[0], [1], [2], [3], [0, 1], [1, 2], [1, 3], [0, 3], [0, 1, 2], [1, 2, 3], [0, 1, 2, 3]];

describe('a reduction of pictures', () => {
  it.each([true, false])(
    'over any axes gives what tfjs gives, in every layout; axes kept: %s',
    async (kept) => {
      await expectLowered(
        ({ x, filter }) => {
          const y = tf.conv2d(x, filter, 1, 'same');
          return Object.fromEntries(
            everyAxes.flatMap((axes) => [
              [`sum over ${axes}`, tf.sum(y, axes, kept)],
              [`squares over ${axes}`, tf.sum(tf.square(y), axes, kept)],
              [`mean over ${axes}`, tf.mean(y, axes, kept)],
              [`max over ${axes}`, tf.max(y, axes, kept)],
              [`min over ${axes}`, tf.min(y, axes, kept)],
              [`plain over ${axes}`, tf.sum(x, axes, kept)],
            ]),
          );
        },
        // Sums of positive numbers: what cancels out has no digits to compare.
        { x: tf.abs(normals<tf.Rank.R4>(2, 4, 5, 16)), filter: tf.abs(normals<tf.Rank.R4>(1, 1, 16, 16)) },
      );
    },
  );

  it('takes the squares of a mean into itself', async () => {
    const counts = await expectLowered(
      ({ x, filter }) => ({ y: tf.avgPool(tf.square(tf.conv2d(x, filter, 1, 'same')), [4, 5], 1, 'valid') }),
      { x: normals<tf.Rank.R4>(2, 4, 5, 16), filter: normals<tf.Rank.R4>(1, 1, 16, 16) },
    );
    for (const count of counts) expect(count.get('ReduceSumSquare')).toBe(1);
  });
});

describe('a softmax', () => {
  it('gives what tfjs gives, also its logarithm, with their gradients', async () => {
    await expectLoweredGradients((x) => tf.softmax(x), [normals(4, 7)]);
    await expectLoweredGradients((x) => tf.logSoftmax(x), [normals(4, 7)]);
  });

  it('gives that of every head of a network', async () => {
    const heads = (softmax: (x: tf.Tensor) => tf.Tensor) => (features: tf.Tensor, weights: tf.Tensor) =>
      softmax(tf.transpose(tf.reshape(tf.matMul(features, weights), [4, 3, 5]), [1, 0, 2]));
    for (const softmax of [tf.softmax, tf.logSoftmax])
      await expectLoweredGradients(
        heads((x) => softmax(x)),
        [normals(4, 6), normals(6, 15)],
      );
  });
});
