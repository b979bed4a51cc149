import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Pass, Weights } from '../networks/pass.ts';
import { trainingPass } from '../networks/training-pass.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import type { Dropout } from './architecture.ts';
import { countingPass } from './counting-pass.fixture.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { wideResNet } from './wide-resnet.ts';

let images: tf.Tensor4D;

beforeAll(async () => {
  await startRuntime('cpu');
  images = normals(2, 8, 8, 2) as tf.Tensor4D;
});

const wrn10 = wideResNet(10, 1);
const normals = (...shape: number[]): tf.Tensor => {
  const random = createRandom('wide-resnet', ...shape);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal), shape);
};
/** Weights whose norms and biases aren't those of a fresh network. */
const weights = (): Weights => {
  const specs = wrn10.tensors({ channels: 2, classes: 3 });
  const fresh = initializeWeights(specs, 1);
  const vectors = specs.filter(({ shape }) => shape.length === 1);
  const changed = vectors.map(({ name, shape }) => [
    name,
    tf.add(fresh[name]!, tf.mul(tf.abs(normals(...shape)), 0.3)),
  ]);
  return { ...fresh, ...Object.fromEntries(changed) };
};
const worst = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

describe('the datasheet of a WideResNet', () => {
  it.each([
    [16, 4, 10, 2_748_890],
    [28, 10, 10, 36_479_194],
    [28, 10, 100, 36_536_884],
    [40, 2, 10, 2_243_546],
  ])('WRN-%i-%i for %i classes counts %i learned parameters', (depth, widening, classes, parameters) => {
    expect(learnedParameters(wideResNet(depth, widening), { channels: 3, classes })).toBe(parameters);
  });

  it('of WRN-28-10 has 28 convolutions, all to be pruned', () => {
    const prunable = wideResNet(28, 10)
      .tensors({ channels: 3, classes: 10 })
      .filter(({ prunable }) => prunable);
    expect(prunable.map(({ role }) => role)).toEqual(new Array(28).fill('convolution'));
  });

  it('names every tensor as the usual PyTorch file does', () => {
    const names = wideResNet(16, 4)
      .tensors({ channels: 3, classes: 10 })
      .map(({ name }) => name);
    expect(names.slice(0, 12)).toEqual([
      'conv1.weight',
      'block1.layer.0.bn1.weight',
      'block1.layer.0.bn1.bias',
      'block1.layer.0.bn1.running_mean',
      'block1.layer.0.bn1.running_var',
      'block1.layer.0.conv1.weight',
      'block1.layer.0.bn2.weight',
      'block1.layer.0.bn2.bias',
      'block1.layer.0.bn2.running_mean',
      'block1.layer.0.bn2.running_var',
      'block1.layer.0.conv2.weight',
      'block1.layer.0.convShortcut.weight',
    ]);
    expect(names).toEqual(
      expect.arrayContaining(['block3.layer.1.conv2.weight', 'bn1.running_var', 'fc.bias']),
    );
    expect(names.filter((name) => name.includes('convShortcut'))).toHaveLength(3);
  });
});

describe('an image in a WideResNet', () => {
  it('gives every layer the channels of the datasheet, on half the side from stage to stage', () => {
    const shapes = [...wrn10.forward(inferencePass(weights()), images)].map(({ shape }) => shape);
    const sides = [8, 8, 4, 2];
    expect(shapes).toEqual(
      wrn10.layers.map(({ channels }, layer) => [2, sides[layer], sides[layer], channels]),
    );
  });

  it('is normalised and activated before every convolution of a block, and skips on from there where it widens', () => {
    const given = weights();
    const pass = inferencePass(given);
    const normalize = (x: tf.Tensor4D, norm: string) =>
      tf.batchNorm(
        x,
        given[`${norm}.running_mean`] as tf.Tensor1D,
        given[`${norm}.running_var`] as tf.Tensor1D,
        given[`${norm}.bias`] as tf.Tensor1D,
        given[`${norm}.weight`] as tf.Tensor1D,
        1e-5,
      );
    const convolve = (x: tf.Tensor4D, name: string, stride: number, padding: number) =>
      tf.conv2d(x, given[`${name}.weight`] as tf.Tensor4D, stride, padding);
    const before = computeActivation(wrn10, pass, images, 'stage1.block0');
    const activated = tf.relu(normalize(before, 'block2.layer.0.bn1'));
    const inner = convolve(activated, 'block2.layer.0.conv1', 2, 1);
    const residual = convolve(tf.relu(normalize(inner, 'block2.layer.0.bn2')), 'block2.layer.0.conv2', 1, 1);
    const wanted = tf.add(residual, convolve(activated, 'block2.layer.0.convShortcut', 2, 0));
    expect(worst(computeActivation(wrn10, pass, images, 'stage2.block0'), wanted)).toBeLessThan(1e-5);
  });

  it('skips as it is where the channels stay', () => {
    const given = { ...weights(), 'block1.layer.0.conv2.weight': tf.zeros([3, 3, 16, 16]) };
    const pass = inferencePass(given);
    const stem = computeActivation(wrn10, pass, images, 'stem');
    const block = computeActivation(wrn10, pass, images, 'stage1.block0');
    expect([...block.dataSync()]).toEqual([...stem.dataSync()]);
  });

  it('goes no further than the layer that is asked for', () => {
    const convolutions = wrn10.layers.map(({ name }) => {
      const pass = countingPass(inferencePass(weights()));
      computeActivation(wrn10, pass, images, name);
      return pass.convolutions;
    });
    expect(convolutions).toEqual([1, 3, 6, 9]);
  });
});

describe('dropout in a WideResNet', () => {
  it.each([
    [8, 8],
    [9, 14],
  ])('is asked for where the datasheet tells it, for images of %i×%i', (height, width) => {
    const asked: Dropout[] = [];
    const pass: Pass = {
      ...inferencePass(weights()),
      dropout(x, name) {
        const [, ...shape] = x.shape;
        asked.push({ name, shape });
        return x;
      },
    };
    computeLogits(wrn10, pass, tf.zeros([1, height, width, 2]));
    expect(wrn10.dropouts!({ height, width })).toEqual(asked);
  });

  const names = [1, 2, 3].map((stage) => `block${stage}.layer.0.dropout`);
  const masks = (value: number) => Object.fromEntries(names.map((name) => [name, tf.scalar(value)]));
  const passes = {
    training: (mask?: number) => trainingPass(weights(), new Map(), mask === undefined ? {} : masks(mask)),
    inference: (mask?: number) => inferencePass(weights(), mask === undefined ? {} : masks(mask)),
  };

  it.each(['training', 'inference'] as const)(
    'multiplies what goes between the convolutions, in %s',
    (kind) => {
      const logits = (mask?: number) => computeLogits(wrn10, passes[kind](mask), images);
      expect([...logits(1).dataSync()]).toEqual([...logits().dataSync()]);
      const withoutResiduals = Object.fromEntries(
        Object.entries(weights()).map(([name, weight]) => [
          name,
          name.endsWith('conv2.weight') ? tf.zerosLike(weight) : weight,
        ]),
      );
      const pass =
        kind === 'training' ? trainingPass(withoutResiduals, new Map()) : inferencePass(withoutResiduals);
      expect([...logits(0).dataSync()]).toEqual([...computeLogits(wrn10, pass, images).dataSync()]);
      expect(worst(logits(2), logits())).toBeGreaterThan(1e-2);
    },
  );
});

describe('the gradient of a WideResNet in training', () => {
  it('is that of finite differences, tensor by tensor', () => {
    const given = weights();
    const learned = wrn10
      .tensors({ channels: 2, classes: 3 })
      .filter(({ role }) => role !== 'mean' && role !== 'variance');
    const batch = normals(4, 6, 6, 2) as tf.Tensor4D;
    const masks = { 'block2.layer.0.dropout': tf.cast(tf.greater(normals(4, 3, 3, 32), 0), 'float32') };
    const labels = tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), 3);
    const lossAt = (changed: Weights): tf.Scalar => {
      const pass = trainingPass({ ...given, ...changed }, new Map(), masks);
      const logProbabilities = tf.logSoftmax(computeLogits(wrn10, pass, batch));
      return tf.neg(tf.mean(tf.sum(tf.mul(labels, logProbabilities), 1)));
    };
    for (const { name, shape } of learned) {
      const weight = given[name]!;
      const gradient = tf.grad((w) => lossAt({ [name]: w }))(weight);
      const unit = (tensor: tf.Tensor) => tf.div(tensor, tf.norm(tensor));
      const direction = tf.add(unit(gradient), unit(normals(...shape)));
      const along = (step: number): number =>
        lossAt({ [name]: tf.add(weight, tf.mul(direction, step)) }).dataSync()[0]!;
      const slope = (along(1e-3) - along(-1e-3)) / 2e-3;
      const wanted = tf.sum(tf.mul(gradient, direction)).dataSync()[0]!;
      expect([name, slope / wanted]).toEqual([name, expect.closeTo(1, 1.3)]);
    }
  });
});
