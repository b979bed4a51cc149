import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('shapes');

describe('another shape or order of one tensor, traced with its gradient', () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['reshape', (x) => tf.reshape(tf.reshape(x, [6, 4]), [-1, 12])],
    [
      'expandDims',
      (x) => tf.mul(tf.expandDims(x, 1), tf.expandDims(x, -1).slice([0, 0, 0, 0], [2, 1, 1, 1])),
    ],
    ['squeeze', (x) => tf.squeeze(tf.reshape(x, [2, 1, 12]))],
    ['transpose', (x) => tf.transpose(tf.transpose(x, [2, 0, 1]), [1, 0, 2])],
    ['reverse', (x) => tf.reverse(x, [0, 2])],
    [
      'pad',
      (x) =>
        tf.pad(
          x,
          [
            [1, 0],
            [0, 0],
            [2, 3],
          ],
          0.5,
        ),
    ],
    [
      'mirrorPad, reflecting',
      (x) =>
        tf.mirrorPad(
          x,
          [
            [0, 0],
            [1, 2],
            [3, 0],
          ],
          'reflect',
        ),
    ],
    [
      'mirrorPad, symmetric',
      (x) =>
        tf.mirrorPad(
          x,
          [
            [0, 0],
            [1, 3],
            [2, 4],
          ],
          'symmetric',
        ),
    ],
    ['tile', (x) => tf.tile(x, [1, 2, 3])],
    ['broadcastTo', (x) => tf.broadcastTo(tf.mean(x, 1, true), [2, 3, 4])],
  ])('is what eager tfjs computes: %s', (_, compute) => {
    expectTracedGradients(compute, [normals(2, 3, 4)]);
  });
});

describe('several tensors in one, traced with their gradients', () => {
  it.each<[string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor]>([
    ['concat', (a, b) => tf.concat([a, b, a], -1)],
    ['concat with an empty one', (a, b) => tf.concat([a, tf.zeros([2, 0]), b], 1)],
    ['stack', (a, b) => tf.stack([a, b, b], 1)],
    ['stack of one', (a, b) => tf.mul(tf.stack([a]), b)],
  ])('are what eager tfjs computes: %s', (_, compute) => {
    expectTracedGradients(compute, [normals(2, 3), normals(2, 3)]);
  });
});

describe('what is the same everywhere', () => {
  it('stays so in every shape', () => {
    expectTraced(
      ({ x }) => {
        const half = tf.fill([2, 3], 0.5);
        return {
          padded: tf.mul(
            x,
            tf.pad(
              half,
              [
                [0, 0],
                [1, 0],
              ],
              0.5,
            ),
          ),
          framed: tf.pad(
            half,
            [
              [1, 1],
              [0, 0],
            ],
            1,
          ),
          mirrored: tf.mirrorPad(
            half,
            [
              [1, 0],
              [0, 0],
            ],
            'reflect',
          ),
          tiled: tf.tile(half, [2, 2]),
          joined: tf.concat([half, half]),
          turned: tf.reverse(tf.transpose(half)),
        };
      },
      { x: normals(2, 4) },
    );
  });
});
