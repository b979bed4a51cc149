import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { expectLowered, expectLoweredGradients } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('products');

describe('a matrix product and its gradients', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('are those of tfjs, transposed: %s, %s', async (transposeA, transposeB) => {
    const product = (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b, transposeA, transposeB);
    const [a, b] = [transposeA ? [4, 3] : [3, 4], transposeB ? [5, 4] : [4, 5]] as const;
    await expectLoweredGradients(product, [normals(...a), normals(...b)]);
    await expectLoweredGradients(product, [normals(2, ...a), normals(2, ...b)]);
  });
});

describe('a gather and its gradient', () => {
  it.each([1, 2, 3])('are those of tfjs along axis %i of pictures that a convolution left', async (axis) => {
    await expectLoweredGradients(
      (x, filter) => {
        const convolved = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
        return tf.square(tf.gather(convolved, tf.tensor1d([2, 1, 0, 1, 2], 'int32'), axis));
      },
      [normals(2, 3, 4, 16), normals(1, 1, 16, 16)],
    );
  });

  it('are those of tfjs for rows that come several times', async () => {
    await expectLoweredGradients((x) => tf.gather(x, tf.tensor1d([2, 0, 2, 2], 'int32')), [normals(4, 3)]);
  });

  it('know classes by their numbers', async () => {
    await expectLowered(({ labels }) => ({ y: tf.oneHot(labels, 4) }), {
      labels: tf.tensor1d([3, 0, 1], 'int32'),
    });
  });
});

describe('a local response normalisation and its gradient', () => {
  it.each([
    [16, 2],
    [5, 2],
    [16, 5],
    [7, 5],
  ])('are those of tfjs with %i channels and %i to either side', async (channels, radius) => {
    await expectLoweredGradients(
      (x) => tf.localResponseNormalization(x as tf.Tensor4D, radius, 1, 0.5, 0.75),
      [normals(2, 3, 4, channels)],
    );
  });

  it('are those of tfjs between a pool and a convolution, as InceptionV1 has them', async () => {
    await expectLoweredGradients(
      (x, filter) => {
        const convolved = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
        const pooled = tf.maxPool(tf.relu(convolved), 3, 2, 'same');
        const normalized = tf.localResponseNormalization(pooled, 5, 2, 1e-4, 0.5);
        return tf.conv2d(normalized, filter as tf.Tensor4D, 1, 'same');
      },
      [tf.mul(normals(2, 6, 6, 16), 100), normals(1, 1, 16, 16)],
    );
  });
});
