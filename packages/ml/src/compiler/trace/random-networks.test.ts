import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { createRandom, type Random } from '../../random/random.ts';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { expectTracedGradients } from './expect-traced.fixture.ts';
import { drawNormals } from './random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

/** [batch, height, width, channels] → the same, of other sizes. Its weights are drawn when the layer is. */
type Layer = (x: tf.Tensor4D) => tf.Tensor4D;
/** Draws a layer for pictures of that shape; what it learns is added to `weights`. */
type DrawLayer = (random: Random, shape: number[], weight: (...shape: number[]) => () => tf.Tensor) => Layer;

const pick = <T>(random: Random, values: readonly T[]): T => values[random.integer(values.length)]!;

const layers: Record<string, DrawLayer> = {
  convolution(random, [, , , channels], weight) {
    const size = pick(random, [1, 2, 3]);
    const stride = pick(random, [1, 1, 2]);
    const pad = pick(random, ['same', 1, 2] as const);
    const filter = weight(size, size, channels!, pick(random, [2, 3]));
    return (x) => tf.conv2d(x, filter() as tf.Tensor4D, stride, pad);
  },
  pool(random) {
    const pool = pick(random, [tf.maxPool<tf.Tensor4D>, tf.avgPool<tf.Tensor4D>]);
    const [size, stride] = [pick(random, [2, 3]), pick(random, [1, 2])];
    return (x) => pool(x, size, stride, 'same');
  },
  normalization(_, [, , , channels], weight) {
    const [scale, shift] = [weight(channels!), weight(channels!)];
    return (x) => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      const standard = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 0.1)));
      return tf.add(tf.mul(standard, scale()), shift());
    };
  },
  responses: () => (x) => tf.localResponseNormalization(x, 1, 1, 0.5, 0.75),
  activation(random) {
    const activate = pick<(x: tf.Tensor4D) => tf.Tensor4D>(random, [tf.relu, tf.sigmoid, tf.elu, tf.tanh]);
    return (x) => activate(x);
  },
  residual(_, [, , , channels], weight) {
    const filter = weight(3, 3, channels!, channels!);
    return (x) => tf.add(x, tf.relu(tf.conv2d(x, filter() as tf.Tensor4D, 1, 'same')));
  },
  branches(_, [, , , channels], weight) {
    const [narrow, wide] = [weight(1, 1, channels!, 2), weight(3, 3, channels!, 1)];
    return (x) => {
      const parts = [narrow, wide].map((filter) => tf.conv2d(x, filter() as tf.Tensor4D, 1, 'same'));
      return tf.concat([...parts, tf.mul(x, 0.5)], 3);
    };
  },
  padding(random) {
    const value = pick(random, [0, 0.5]);
    const mirror = pick(random, [undefined, 'reflect', 'symmetric'] as const);
    const paddings: [number, number][] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    return (x) => (mirror ? tf.mirrorPad(x, paddings, mirror) : (tf.pad(x, paddings, value) as tf.Tensor4D));
  },
  crop:
    (_, [batch, height, width, channels]) =>
    (x) =>
      tf.slice(x, [0, 1, 0, 0], [batch!, height! - 1, width!, channels!]),
  attention:
    (_, [batch, height, width, channels]) =>
    (x) => {
      const rows = tf.reshape(x, [batch!, height! * width!, channels!]);
      const shares = tf.softmax(tf.mul(tf.matMul(rows, rows, false, true), 0.1));
      return tf.reshape(tf.matMul(shares, rows), x.shape);
    },
  mixing(random, [, , , channels]) {
    const order = [...random.permutation(channels!)];
    return (x) =>
      tf.add(tf.gather(x, tf.tensor1d(order, 'int32'), 3), tf.reverse(tf.tile(x, [1, 1, 1, 1]), 1));
  },
};

interface Network {
  names: string[];
  weights: tf.Tensor[];
  forward(images: tf.Tensor, ...weights: tf.Tensor[]): tf.Tensor;
}

/** A chain of layers and a linear head, as the seed draws them. */
function drawNetwork(seed: number, images: tf.Tensor4D, length: number): Network {
  const random = createRandom('random-networks', seed);
  const normals = drawNormals(seed);
  const weights: tf.Tensor[] = [];
  let current: readonly tf.Tensor[] = weights;
  const weight = (...shape: number[]) => {
    const index = weights.push(tf.mul(normals(...shape), 0.5)) - 1;
    return () => current[index]!;
  };
  const names: string[] = [];
  const chain: Layer[] = [];
  let x = images;
  while (chain.length < length) {
    const name = pick(random, Object.keys(layers));
    if (name === 'crop' && x.shape[1] < 3) continue;
    const layer = layers[name]!(random, x.shape, weight);
    x = layer(x);
    names.push(name);
    chain.push(layer);
  }
  const head = weight(x.shape[3], 3);
  return {
    names,
    weights,
    forward(images, ...given) {
      current = given;
      const features = chain.reduce((x, layer) => layer(x), images as tf.Tensor4D);
      const logits = tf.matMul(tf.mean(features, [1, 2]) as tf.Tensor2D, head() as tf.Tensor2D);
      return tf.logSoftmax(logits);
    },
  };
}

/** A gradient may be a sum whose terms nearly cancel each other, and the roundings are those of the terms. */
const tolerance = 1e-4;

describe('random small networks', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('are traced with their gradients: %i', (seed) => {
    const images = drawNormals(seed)<tf.Rank.R4>(2, 6, 5, 2);
    const { weights, forward, names } = drawNetwork(seed, images, 6);
    try {
      expectTracedGradients(forward, [images, ...weights], { tolerance });
    } catch (error) {
      throw new Error(names.join(' → '), { cause: error });
    }
  });
});
