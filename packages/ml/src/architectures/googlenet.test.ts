import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { countingPass } from './counting-pass.fixture.ts';
import { googLeNet } from './googlenet.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { tracedShapes } from './traced-shapes.fixture.ts';

const imageNet = { channels: 3, classes: 1000 };
let weights: Weights;
let images: tf.Tensor4D;

beforeAll(async () => {
  await startRuntime('wasm');
  weights = initializeWeights(googLeNet.tensors(imageNet), 1);
  images = drawNormals('googlenet')(2, 33, 33, 3);
});

const activation = (layer: string, changed: Weights = {}): tf.Tensor4D =>
  tf.tidy(() => computeActivation(googLeNet, inferencePass({ ...weights, ...changed }), images, layer));
const worst = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

describe('the datasheet of GoogLeNet', () => {
  it('counts the 6,624,904 learned parameters that torchvision tells', () => {
    expect(learnedParameters(googLeNet, imageNet)).toBe(6_624_904);
  });

  it('has the channels of the paper', () => {
    expect(googLeNet.layers.map(({ name, channels }) => `${name} ${channels}`).join(', ')).toBe(
      'conv1 64, conv2 64, conv3 192, inception3a 256, inception3b 480, inception4a 512, inception4b 512, ' +
        'inception4c 512, inception4d 528, inception4e 832, inception5a 832, inception5b 1024',
    );
  });

  it('names every tensor as torchvision’s file does, 3×3 where the paper has 5×5', () => {
    const specs = googLeNet.tensors(imageNet);
    expect(specs).toHaveLength(5 * (3 + 9 * 6) + 2);
    const shapeOf = (wanted: string) => specs.find(({ name }) => name === wanted)?.shape;
    expect(shapeOf('conv1.conv.weight')).toEqual([7, 7, 3, 64]);
    expect(shapeOf('inception3a.branch1.conv.weight')).toEqual([1, 1, 192, 64]);
    expect(shapeOf('inception4a.branch2.1.conv.weight')).toEqual([3, 3, 96, 208]);
    expect(shapeOf('inception5a.branch3.1.conv.weight')).toEqual([3, 3, 32, 128]);
    expect(shapeOf('inception5b.branch4.1.bn.running_var')).toEqual([128]);
    expect(shapeOf('fc.weight')).toEqual([1024, 1000]);
  });
});

describe('an image in GoogLeNet', () => {
  it.each([
    [224, [112, 56, 56, 28, 28, 14, 14, 14, 14, 14, 7, 7]],
    [97, [49, 24, 24, 12, 12, 6, 6, 6, 6, 6, 3, 3]],
    [99, [50, 25, 25, 12, 12, 6, 6, 6, 6, 6, 3, 3]],
    [91, [46, 23, 23, 11, 11, 5, 5, 5, 5, 5, 3, 3]],
  ])('of %i pixels a side has sides of %j, rounded up by the pools', (size, sides) => {
    expect(tracedShapes(googLeNet, imageNet, [2, size, size])).toEqual([
      ...googLeNet.layers.map(({ channels }, layer) => [2, sides[layer], sides[layer], channels]),
      [2, 1000],
    ]);
  });

  it('is normalised with an epsilon of 0.001', () => {
    const small = { 'conv1.bn.running_var': tf.fill([64], 1e-3) };
    const convolved = tf.conv2d(images, weights['conv1.conv.weight'] as tf.Tensor4D, 2, 3);
    expect(worst(activation('conv1', small), tf.relu(tf.div(convolved, Math.sqrt(2e-3))))).toBeLessThan(1e-3);
  });

  it('goes through the branches of a module side by side: 1×1, 3×3, the wider one, and the pool’s', () => {
    const parts = { branch1: 64, 'branch2.1': 128, 'branch3.1': 32, 'branch4.1': 32 };
    const whole = activation('inception3a');
    let from = 0;
    for (const [part, channels] of Object.entries(parts)) {
      const shift = { [`inception3a.${part}.bn.bias`]: tf.fill([channels], -1e3) };
      const changed = tf.any(tf.notEqual(whole, activation('inception3a', shift)), [0, 1, 2]).dataSync();
      const places = Array.from(changed.keys()).filter((channel) => changed[channel]);
      expect([part, places.at(0)! >= from, places.at(-1)! < from + channels]).toEqual([part, true, true]);
      from += channels;
    }
  });

  it('ends in the mean of the last layer and its linear classifier', () => {
    const logits = computeLogits(googLeNet, inferencePass(weights), images);
    const means = tf.mean(activation('inception5b'), [1, 2]) as tf.Tensor2D;
    expect(worst(logits, tf.matMul(means, weights['fc.weight'] as tf.Tensor2D))).toBeLessThan(1e-4);
  });

  it('goes no further than the layer that is asked for', () => {
    const convolutions = googLeNet.layers.map(({ name }) => {
      const pass = countingPass(inferencePass(weights));
      tf.tidy(() => computeActivation(googLeNet, pass, images, name));
      return pass.convolutions;
    });
    expect(convolutions).toEqual([1, 2, 3, 9, 15, 21, 27, 33, 39, 45, 51, 57]);
  });
});
