import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { countingPass } from './counting-pass.fixture.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { squeezeNet } from './squeezenet.ts';

const imageNet = { channels: 3, classes: 1000 };
let weights: Weights;

beforeAll(async () => {
  await startRuntime('wasm');
  weights = initializeWeights(squeezeNet.tensors(imageNet), 1);
});

describe('the datasheet of SqueezeNet', () => {
  it('counts 1,248,424 learned parameters', () => {
    expect(learnedParameters(squeezeNet, imageNet)).toBe(1_248_424);
  });

  it('names every tensor as the file of Caffe’s weights does', () => {
    const specs = squeezeNet.tensors(imageNet);
    expect(specs).toHaveLength(2 * (1 + 8 * 3 + 1));
    expect(specs.find(({ name }) => name === 'fire6.expand3x3.weight')!.shape).toEqual([3, 3, 48, 192]);
    expect(specs.find(({ name }) => name === 'conv10.bias')!.shape).toEqual([1000]);
  });

  it('lets pruning have every convolution but the classifier', () => {
    const kept = squeezeNet.tensors(imageNet).filter(({ prunable }) => !prunable);
    const keptWeights = kept.filter(({ role }) => role !== 'bias').map(({ name }) => name);
    expect(keptWeights).toEqual(['conv10.weight']);
  });

  it('is for 1000 classes, as its last layer has that many neurons', () => {
    expect(() => squeezeNet.tensors({ channels: 3, classes: 10 })).toThrow(
      "squeezenet1_0 has ImageNet's 1000 classes; 10 came.",
    );
  });
});

describe('an image in SqueezeNet', () => {
  it('gives every layer the channels of the datasheet, on the sides of Caffe’s network', () => {
    const images = tf.zeros([1, 227, 227, 3]) as tf.Tensor4D;
    const shapes = tf.tidy(() =>
      [...squeezeNet.forward(inferencePass(weights), images)].map(({ shape }) => shape),
    );
    const sides = [111, 55, 55, 55, 27, 27, 27, 27, 13, 15];
    expect(shapes).toEqual(
      squeezeNet.layers.map(({ channels }, layer) => [1, sides[layer], sides[layer], channels]),
    );
  });

  it('ends as a logit a class, the mean of the last layer', () => {
    const images = tf.randomUniform([2, 64, 64, 3], 0, 1, 'float32', 1) as tf.Tensor4D;
    const pass = inferencePass(weights);
    const logits = computeLogits(squeezeNet, pass, images);
    expect(logits.shape).toEqual([2, 1000]);
    const last = computeActivation(squeezeNet, pass, images, 'conv10');
    expect([...logits.dataSync()]).toEqual([...tf.mean(last, [1, 2]).dataSync()]);
  });

  it('counts biases in', () => {
    const biased = { ...weights, 'conv1.bias': tf.fill([96], 3) };
    const images = tf.zeros([1, 9, 9, 3]) as tf.Tensor4D;
    const activation = computeActivation(squeezeNet, inferencePass(biased), images, 'conv1');
    expect([...activation.dataSync()]).toEqual(new Array(2 * 2 * 96).fill(3));
  });

  it('goes no further than the layer that is asked for', () => {
    const images = tf.zeros([1, 64, 64, 3]) as tf.Tensor4D;
    const convolutions = squeezeNet.layers.map(({ name }) => {
      const pass = countingPass(inferencePass(weights));
      tf.tidy(() => computeActivation(squeezeNet, pass, images, name));
      return pass.convolutions;
    });
    expect(convolutions).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 26]);
  });
});
