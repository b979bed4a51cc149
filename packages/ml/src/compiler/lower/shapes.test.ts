import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { trace } from '../trace/trace.ts';
import { expectLowered, expectLoweredGradients } from './expect-lowered.fixture.ts';
import { lower } from './lower.ts';

await startRuntime('cpu');

const normals = drawNormals('shapes');
const inputs = { x: normals<tf.Rank.R4>(2, 4, 6, 32), filter: normals<tf.Rank.R4>(1, 1, 32, 32) };
type Inputs = typeof inputs;

/** The same pictures as they come, and as a convolution leaves them. */
const lying = ({ x, filter }: Inputs) => ({ plain: x, convolved: tf.conv2d(x, filter, 1, 'same') });

/** What a function gives of pictures in every layout. */
const inEveryLayout = (fn: (x: tf.Tensor4D) => Record<string, tf.Tensor>) =>
  expectLowered(
    (inputs: Inputs) =>
      Object.fromEntries(Object.entries(lying(inputs)).map(([layout, x]) => [layout, fn(x)])),
    inputs,
  );

describe('pictures', () => {
  it('are reshaped and transposed as tfjs does', () =>
    inEveryLayout((x) => ({
      flat: tf.reshape(x, [2, -1]),
      split: tf.reshape(x, [2, 2, 2, 6, 32]),
      planes: tf.transpose(x, [0, 3, 1, 2]),
      back: tf.transpose(tf.transpose(x, [0, 3, 1, 2]), [0, 2, 3, 1]),
      turned: tf.transpose(x, [2, 1, 0, 3]),
      onePixel: tf.reshape(tf.mean(x, [1, 2], true), [2, 32]),
    })));

  it('are padded with a number and with their mirror image', () =>
    inEveryLayout((x) => ({
      sides: tf.pad(
        x,
        [
          [0, 0],
          [1, 2],
          [0, 3],
          [0, 0],
        ],
        0.5,
      ),
      channels: tf.pad(x, [
        [0, 0],
        [0, 0],
        [0, 0],
        [16, 16],
      ]),
      fewChannels: tf.pad(x, [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 2],
      ]),
      reflected: tf.mirrorPad(
        x,
        [
          [0, 0],
          [2, 3],
          [1, 1],
          [0, 0],
        ],
        'reflect',
      ),
      symmetric: tf.mirrorPad(
        x,
        [
          [0, 0],
          [2, 4],
          [1, 1],
          [0, 0],
        ],
        'symmetric',
      ),
    })));

  it('are cut, reversed, repeated and put together', () =>
    inEveryLayout((x) => ({
      rows: tf.slice(x, [0, 1, 2, 0], [2, 2, 3, 32]),
      channels: tf.slice(x, [0, 0, 0, 16], [2, 4, 6, 16]),
      fewChannels: tf.slice(x, [0, 0, 0, 5], [2, 4, 6, 3]),
      strided: tf.stridedSlice(x, [0, 0, 1, 0], [2, 4, 6, 32], [1, 2, 3, 1]),
      reversed: tf.reverse(x, [1, 2]),
      tiled: tf.tile(x, [1, 2, 1, 1]),
      byChannel: tf.concat([x, tf.relu(x)], 3),
      byRow: tf.concat([x, tf.relu(x)], 1),
      oddChannels: tf.concat([x, tf.slice(x, [0, 0, 0, 0], [2, 4, 6, 3])], 3),
    })));
});

describe('a network of members', () => {
  it('shares weights scaled on both sides (BatchEnsemble), with its gradients', async () => {
    await expectLoweredGradients(
      (x, filter, input, output) => {
        const members = tf.mul(tf.tile(x as tf.Tensor4D, [2, 1, 1, 1]), tf.reshape(input, [2, 1, 1, 16]));
        return tf.mul(
          tf.conv2d(members as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'),
          tf.reshape(output, [2, 1, 1, 16]),
        );
      },
      [normals(1, 4, 4, 16), normals(3, 3, 16, 16), normals(2, 16), normals(2, 16)],
    );
  });

  it('scales the images of each member by its own numbers, the batch in groups of a member', async () => {
    const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
    const byGroup = (x: tf.Tensor, factors: tf.Tensor) => {
      const [members, channels] = factors.shape as [number, number];
      const groups = tf.reshape(x, [members, -1, ...x.shape.slice(1)]);
      return tf.reshape(tf.mul(groups, tf.reshape(factors, [members, 1, 1, 1, channels])), x.shape);
    };
    const byImage = (x: tf.Tensor, factors: tf.Tensor) => {
      const own = tf.gather(factors, tf.tensor1d([0, 0, 1, 1, 2, 2], 'int32'));
      return tf.mul(x, tf.reshape(own, [6, 1, 1, -1]));
    };
    for (const scaled of [byGroup, byImage])
      await expectLoweredGradients(
        (x, filter, r, s) => scaled(convolve(scaled(x, r), filter), s),
        [normals(6, 4, 4, 16), normals(3, 3, 16, 32), normals(3, 16), normals(3, 32)],
      );
  });

  it('takes several images and answers with several heads (MIMO), under a dropout mask', async () => {
    await expectLoweredGradients(
      (a, b, filter, dropout, heads) => {
        const x = tf.concat([a, b], 3) as tf.Tensor4D;
        const y = tf.mul(tf.relu(tf.conv2d(x, filter as tf.Tensor4D, 1, 'same')), dropout);
        return tf.softmax(tf.reshape(tf.matMul(tf.mean(y, [1, 2]), heads as tf.Tensor2D), [2, 2, 5]));
      },
      [
        normals(2, 4, 4, 3),
        normals(2, 4, 4, 3),
        normals(3, 3, 6, 16),
        tf.step(normals(2, 4, 4, 16)),
        normals(16, 10),
      ],
    );
  });
});

describe('a large constant of one value', () => {
  it('takes no room in the model', () => {
    const graph = trace(({ x }: { x: tf.Tensor }) => ({ y: tf.add(x, 1), ones: tf.ones([512, 512]) }), {
      x: tf.zeros([2]),
    });
    const model = lower(graph, { block: 0 });
    expect(model).toBeInstanceOf(OnnxModel);
    expect(model.encode().length).toBeLessThan(1000);
  });
});
