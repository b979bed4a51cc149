import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { countingPass } from './counting-pass.fixture.ts';
import { inceptionV1 } from './inception-v1.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { tracedShapes } from './traced-shapes.fixture.ts';

const imageNet = { channels: 3, classes: 1008 };
let weights: Weights;
let images: tf.Tensor4D;

beforeAll(async () => {
  await startRuntime('wasm');
  weights = initializeWeights(inceptionV1.tensors(imageNet), 1);
  const random = createRandom('inception');
  const pixels = Float32Array.from({ length: 2 * 32 * 32 * 3 }, () => 255 * random.uniform() - 117);
  images = tf.tensor4d(pixels, [2, 32, 32, 3]);
});

const activation = (layer: string, changed: Weights = {}): tf.Tensor4D =>
  tf.tidy(() => computeActivation(inceptionV1, inferencePass({ ...weights, ...changed }), images, layer));
const worst = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

describe('the datasheet of InceptionV1', () => {
  it('counts the 7,066,380 learned parameters of Lucent’s file', () => {
    expect(learnedParameters(inceptionV1, imageNet)).toBe(7_066_380);
  });

  it('numbers neurons as Lucid and Lucent do: 508 in 4a', () => {
    expect(inceptionV1.layers.map(({ name, channels }) => `${name} ${channels}`).join(', ')).toBe(
      'conv2d0 64, conv2d1 64, conv2d2 192, mixed3a 256, mixed3b 480, mixed4a 508, mixed4b 512, mixed4c 512, ' +
        'mixed4d 528, mixed4e 832, mixed5a 832, mixed5b 1024',
    );
  });

  it('names every tensor as Lucent’s file does', () => {
    const specs = inceptionV1.tensors(imageNet);
    expect(specs).toHaveLength(2 * (3 + 9 * 6 + 1));
    const shapeOf = (wanted: string) => specs.find(({ name }) => name === wanted)?.shape;
    expect(shapeOf('conv2d0_pre_relu_conv.weight')).toEqual([7, 7, 3, 64]);
    expect(shapeOf('mixed4a_3x3_pre_relu_conv.weight')).toEqual([3, 3, 96, 204]);
    expect(shapeOf('mixed4b_1x1_pre_relu_conv.weight')).toEqual([1, 1, 508, 160]);
    expect(shapeOf('mixed5a_5x5_bottleneck_pre_relu_conv.bias')).toEqual([48]);
    expect(shapeOf('softmax2_pre_activation_matmul.weight')).toEqual([1024, 1008]);
  });
});

describe('an image in InceptionV1', () => {
  it('of 224×224 has sides of 112, 56, 28, 14 and 7, and ends as a logit a class', () => {
    const shapes = tracedShapes(inceptionV1, imageNet, [2, 224, 224]);
    const sides = [112, 56, 56, 28, 28, 14, 14, 14, 14, 14, 7, 7];
    expect(shapes).toEqual([
      ...inceptionV1.layers.map(({ channels }, layer) => [2, sides[layer], sides[layer], channels]),
      [2, 1008],
    ]);
  });

  it('has its responses normalised by the eleven nearest channels after its first pool, and before its second', () => {
    const normalized = (x: tf.Tensor4D): tf.Tensor => {
      const channels = x.shape[3];
      const near = tf.tidy(() => tf.linalg.bandPart(tf.ones([channels, channels]), 5, 5)) as tf.Tensor2D;
      const sums = tf.matMul(tf.reshape(tf.square(x), [-1, channels]), near);
      return tf.div(x, tf.sqrt(tf.add(tf.mul(tf.reshape(sums, x.shape), 1e-4), 2)));
    };
    const identity = tf.reshape(tf.eye(64), [1, 1, 64, 64]);
    const second = activation('conv2d1', { 'conv2d1_pre_relu_conv.weight': identity });
    const first = tf.maxPool(activation('conv2d0'), 3, 2, 'same');
    expect(worst(second, normalized(first))).toBeLessThan(1e-3);
    const one = { 'mixed3a_1x1_pre_relu_conv.weight': tf.reshape(tf.eye(192, 64), [1, 1, 192, 64]) };
    const module = tf.slice(activation('mixed3a', one), 0, [2, 4, 4, 64]);
    const pooled = tf.maxPool(normalized(activation('conv2d2')) as tf.Tensor4D, 3, 2, 'same');
    expect(worst(module, tf.slice(pooled, 0, [2, 4, 4, 64]))).toBeLessThan(1e-3);
  });

  it('goes through the branches of a module side by side: 1×1, 3×3, 5×5, and the pool’s', () => {
    const parts = { '1x1': 64, '3x3': 128, '5x5': 32, pool_reduce: 32 };
    const whole = activation('mixed3a');
    let from = 0;
    for (const [part, channels] of Object.entries(parts)) {
      const name = `mixed3a_${part}_pre_relu_conv`;
      const silent = activation('mixed3a', {
        [`${name}.weight`]: tf.zerosLike(weights[`${name}.weight`]!),
        [`${name}.bias`]: tf.fill([channels], -1),
      });
      const changed = tf.any(tf.notEqual(whole, silent), [0, 1, 2]).dataSync();
      const places = Array.from(changed.keys()).filter((channel) => changed[channel]);
      expect([part, places.at(0)! >= from, places.at(-1)! < from + channels]).toEqual([part, true, true]);
      from += channels;
    }
  });

  it('ends in the mean of the last layer and its linear classifier', () => {
    const logits = computeLogits(inceptionV1, inferencePass(weights), images);
    const means = tf.mean(activation('mixed5b'), [1, 2]) as tf.Tensor2D;
    const kernel = weights['softmax2_pre_activation_matmul.weight'] as tf.Tensor2D;
    expect(worst(logits, tf.matMul(means, kernel))).toBeLessThan(1e-4);
  });

  it('goes no further than the layer that is asked for', () => {
    const convolutions = inceptionV1.layers.map(({ name }) => {
      const pass = countingPass(inferencePass(weights));
      tf.tidy(() => computeActivation(inceptionV1, pass, images, name));
      return pass.convolutions;
    });
    expect(convolutions).toEqual([1, 2, 3, 9, 15, 21, 27, 33, 39, 45, 51, 57]);
  });
});
