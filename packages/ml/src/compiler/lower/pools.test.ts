import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { expectLoweredGradients } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('pools');
type Pad = Parameters<typeof tf.maxPool>[3];
const geometries: [size: number, stride: number, pad: Pad][] = [
  [2, 2, 'valid'],
  [3, 2, 'valid'],
  [3, 1, 'same'],
  [3, 2, 'same'],
  [3, 2, 1],
  [8, 1, 'valid'],
];
const pools = { maxPool: tf.maxPool, avgPool: tf.avgPool } as const;

describe('a max pool with a pad of its own on each side', () => {
  it('is that of tfjs, with its gradient', async () => {
    const pads: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [1, 0],
      [2, 1],
      [0, 0],
    ];
    await expectLoweredGradients((x) => tf.maxPool(x as tf.Tensor4D, 3, 2, pads), [normals(2, 7, 6, 3)]);
  });
});

describe.each(['maxPool', 'avgPool'] as const)('%s and its gradient', (name) => {
  const pool = (x: tf.Tensor, size: number, stride: number, pad: Pad) =>
    pools[name](x as tf.Tensor4D, size, stride, pad);

  it.each(geometries)(
    'are those of tfjs for windows of %i, stride %i, pads %j',
    async (size, stride, pad) => {
      await expectLoweredGradients((x) => pool(x, size, stride, pad), [normals(2, 8, 8, 3)]);
    },
  );

  it.each([1, 2])('are those of tfjs on pictures that a convolution left, stride %i', async (stride) => {
    await expectLoweredGradients(
      (x, filter) => pool(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'), 3, stride, 'same'),
      [normals(2, 8, 8, 16), normals(3, 3, 16, 16)],
    );
  });
});
