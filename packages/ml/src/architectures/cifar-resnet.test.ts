import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import type { NetworkShape } from './architecture.ts';
import { narrowCifarResNet } from './cifar-resnet.ts';
import { countingPass } from './counting-pass.fixture.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { findArchitecture } from './registry.ts';

beforeAll(() => startRuntime('cpu'));

const cifar: NetworkShape = { channels: 3, classes: 10 };
const resnet8 = findArchitecture('resnet8');
const weights = () => initializeWeights(resnet8.tensors({ channels: 1, classes: 4 }), 1);

describe('the datasheet of a CIFAR ResNet', () => {
  it.each([
    ['resnet8', 75_290],
    ['resnet20', 269_722],
    ['resnet32', 464_154],
    ['resnet44', 658_586],
    ['resnet56', 853_018],
    ['resnet110', 1_727_962],
  ])('of %s counts %i learned parameters on CIFAR-10', (name, parameters) => {
    expect(learnedParameters(findArchitecture(name), cifar)).toBe(parameters);
  });

  it('names the stem and every block, with the channels of its stage', () => {
    expect(findArchitecture('resnet20').layers.map(({ name, channels }) => `${name} ${channels}`)).toEqual([
      'stem 16',
      ...[0, 1, 2].map((block) => `stage1.block${block} 16`),
      ...[0, 1, 2].map((block) => `stage2.block${block} 32`),
      ...[0, 1, 2].map((block) => `stage3.block${block} 64`),
    ]);
  });

  it("names every tensor as PyTorch's file does, once", () => {
    const names = findArchitecture('resnet56')
      .tensors(cifar)
      .map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(55 * 5 + 2);
    expect(names).toEqual(
      expect.arrayContaining(['conv1.weight', 'layer3.8.bn2.running_var', 'linear.bias']),
    );
  });
});

describe('an image in a CIFAR ResNet', () => {
  it('gives every layer the channels of the datasheet, on half the side from stage to stage', () => {
    const images = tf.zeros([2, 9, 12, 1]) as tf.Tensor4D;
    const shapes = [...resnet8.forward(inferencePass(weights()), images)].map(({ shape }) => shape);
    expect(shapes).toEqual([
      [2, 9, 12, 16],
      [2, 9, 12, 16],
      [2, 5, 6, 32],
      [2, 3, 3, 64],
    ]);
    expect(shapes.map((shape) => shape[3])).toEqual(resnet8.layers.map(({ channels }) => channels));
  });

  it('ends as a logit a class', () => {
    const logits = computeLogits(resnet8, inferencePass(weights()), tf.ones([3, 8, 8, 1]) as tf.Tensor4D);
    expect(logits.shape).toEqual([3, 4]);
    expect(logits.dataSync().every(Number.isFinite)).toBe(true);
  });

  it('skips stages by every second pixel, its channels in the middle', () => {
    const zeroed = Object.fromEntries(
      Object.entries(weights()).map(([name, weight]) => [
        name,
        name.startsWith('layer2') && name.endsWith('.weight') ? tf.zerosLike(weight) : weight,
      ]),
    );
    const images = tf.randomNormal([1, 4, 4, 1], 0, 1, 'float32', 1) as tf.Tensor4D;
    const pass = inferencePass(zeroed);
    const before = computeActivation(resnet8, pass, images, 'stage1.block0');
    const after = computeActivation(resnet8, pass, images, 'stage2.block0');
    const everySecond = tf.stridedSlice(before, [0, 0, 0, 0], before.shape, [1, 2, 2, 1]);
    const padded = tf.pad(everySecond, [
      [0, 0],
      [0, 0],
      [0, 0],
      [8, 8],
    ]);
    expect([...after.dataSync()]).toEqual([...padded.dataSync()]);
  });

  it('goes no further than the layer that is asked for', () => {
    const convolutions = (layer: string): number => {
      const pass = countingPass(inferencePass(weights()));
      computeActivation(resnet8, pass, tf.zeros([1, 8, 8, 1]) as tf.Tensor4D, layer);
      return pass.convolutions;
    };
    expect(resnet8.layers.map(({ name }) => convolutions(name))).toEqual([1, 3, 5, 7]);
  });

  it('has no layer of another name', () => {
    const images = tf.zeros([1, 8, 8, 1]) as tf.Tensor4D;
    expect(() => computeActivation(resnet8, inferencePass(weights()), images, 'fire6')).toThrow(
      'Unknown layer "fire6": resnet8 has stem, stage1.block0, stage2.block0, stage3.block0.',
    );
  });
});

describe('a CIFAR ResNet with other widths inside its blocks', () => {
  const narrow = narrowCifarResNet(8, [3, 20, 1]);

  it('has them between the convolutions of each block, and nowhere else', () => {
    const shapes = narrow
      .tensors(cifar)
      .filter(({ role }) => role === 'convolution')
      .map(({ shape }) => shape.slice(2));
    expect(shapes).toEqual([
      [3, 16],
      [16, 3],
      [3, 16],
      [16, 20],
      [20, 32],
      [32, 1],
      [1, 64],
    ]);
    expect(narrow.layers).toEqual(resnet8.layers);
    const pass = inferencePass(initializeWeights(narrow.tensors(cifar), 1));
    expect(computeLogits(narrow, pass, tf.ones([2, 8, 8, 3]) as tf.Tensor4D).shape).toEqual([2, 10]);
  });

  it('says so in its name', () => {
    expect(narrow.name).toBe('resnet8-inner-3-20-1');
    expect(narrow.description).toContain('64 channels; inside the blocks 3, 20, 1.');
  });

  it.each([[[16, 32]], [[16, 32, 0]], [[16, 32, 1.5]]])('is refused with inner channels of %j', (inner) => {
    expect(() => narrowCifarResNet(8, inner)).toThrow('3 whole numbers of 1 or more are needed, one a block');
  });
});
