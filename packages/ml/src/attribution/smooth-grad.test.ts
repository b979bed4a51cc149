import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Architecture } from '../architectures/architecture.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { drawNoise } from './draw-noise.ts';
import { inputGradient } from './input-gradient.ts';
import { type SmoothGradInput, smoothGrad } from './smooth-grad.ts';
import { findSmoothGradPreset, type SmoothGradPreset } from './smooth-grad-preset.ts';

beforeAll(() => startRuntime('cpu'));

const [height, width, channels, classes] = [3, 4, 2, 3];
const length = height * width * channels;
const paper = findSmoothGradPreset('paper');

const normals = (shape: number[], ...key: string[]): tf.Tensor => {
  const random = createRandom('saliency', ...key);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal), shape);
};
const imagesOf = (...names: string[]): tf.Tensor4D =>
  tf.concat(names.map((name) => normals([1, height, width, channels], 'image', name))) as tf.Tensor4D;
const noiseOf = (samples: number, ...names: string[]): tf.Tensor5D => {
  const streams = names.map((name) => createRandom(1, 'noise', name));
  return tf.tensor5d(drawNoise(streams, samples, length), [samples, names.length, height, width, channels]);
};
const oneHot = (...chosen: number[]): tf.Tensor2D =>
  tf.oneHot(tf.tensor1d(chosen, 'int32'), classes) as tf.Tensor2D;

/** Logits as a function of the flattened image and the weights [values, classes] of the layer "w". */
function architectureOf(forward: (x: tf.Tensor2D, weights: tf.Tensor2D) => tf.Tensor2D): Architecture {
  return {
    name: 'one-layer',
    description: 'Logits of the flattened image.',
    layers: [],
    tensors: () => [],
    // biome-ignore lint/correctness/useYield: it has no layers
    *forward(pass, images) {
      const weight = pass.linear(tf.eye(length), 'w');
      return forward(tf.reshape(images, [-1, length]), weight);
    },
  };
}
const linear = architectureOf((x, weight) => tf.matMul(x, weight));
const quadratic = architectureOf((x, weight) => tf.matMul(tf.square(x), weight));

function run(values: {
  architecture?: Architecture;
  weights?: Weights;
  names?: string[];
  chosen?: number[];
  noise?: tf.Tensor5D;
  preset?: SmoothGradPreset;
}): tf.Tensor4D {
  const { names = ['a', 'b'], chosen = [2, 0], preset = paper, architecture = linear } = values;
  const input: SmoothGradInput = {
    weights: values.weights ?? layer(),
    images: imagesOf(...names),
    classes: oneHot(...chosen),
    noise: values.noise ?? noiseOf(preset.samples, ...names),
  };
  return smoothGrad(input, { architecture, preset }).attributions;
}
const layer = (): Weights => ({ 'w.weight': normals([length, classes], 'w'), 'w.bias': tf.zeros([classes]) });

function expectClose(came: tf.Tensor, wanted: tf.Tensor, tolerance = 1e-5): void {
  expect(came.shape).toEqual(wanted.shape);
  expect(tf.max(tf.abs(tf.sub(came, wanted))).dataSync()[0]).toBeLessThan(tolerance);
}

/** The weights of each image's class, shaped as the images. */
const classWeights = (): tf.Tensor =>
  tf.reshape(tf.gather(tf.transpose(layer()['w.weight']!), [2, 0]), [2, height, width, channels]);

describe('SmoothGrad', () => {
  it('of a linear network is the weights of the class, whatever the noise', () => {
    expectClose(run({}), classWeights());
  });

  it.each([
    ['captum', tf.abs],
    ['pair', tf.square],
  ] as const)('of a linear network by the preset %s is their size', (name, size) => {
    expectClose(run({ preset: findSmoothGradPreset(name) }), size(classWeights()));
  });

  it('averages over the copies: of a quadratic network it is the gradient at the mean copy', () => {
    const noise = noiseOf(10, 'a', 'b');
    const meanCopy = tf.add(imagesOf('a', 'b'), tf.mean(noise, 0));
    expectClose(run({ architecture: quadratic, noise }), tf.mul(tf.mul(meanCopy, 2), classWeights()));
  });

  it("scales the noise by each image's own range where the preset says so", () => {
    const preset: SmoothGradPreset = { ...findSmoothGradPreset('pair'), samples: 4, averaging: 'signed' };
    const noise = noiseOf(4, 'a', 'b');
    const images = imagesOf('a', 'b');
    const copies = tf.unstack(images).map((image, index) => {
      const values = image.dataSync();
      const range = Math.max(...values) - Math.min(...values);
      return tf.add(image, tf.mul(tf.mean(noise, 0).gather(index), 0.15 * range));
    });
    const wanted = tf.mul(tf.mul(tf.stack(copies), 2), classWeights());
    expectClose(run({ architecture: quadratic, noise, preset }), wanted);
  });

  describe('of a ResNet', () => {
    const resnet8 = findArchitecture('resnet8');
    const weights = () => initializeWeights(resnet8.tensors({ channels, classes }), 1);

    it('without noise is its gradient', () => {
      const noise = tf.zeros([2, 2, height, width, channels]) as tf.Tensor5D;
      const gradient = inputGradient(resnet8, weights(), imagesOf('a', 'b'), oneHot(2, 0));
      expectClose(run({ architecture: resnet8, weights: weights(), noise }), gradient);
    });

    it('does not depend on the other images of the batch', () => {
      const given = { architecture: resnet8, weights: weights() };
      const together = run({ ...given, names: ['c', 'a', 'b'], chosen: [1, 2, 0] });
      const alone = run({ ...given, names: ['a'], chosen: [2] });
      expectClose(tf.slice(together, [1, 0, 0, 0], [1, -1, -1, -1]), alone);
    });
  });
});

describe('the gradient of a score', () => {
  it('is that of finite differences, image by image', () => {
    const architecture = findArchitecture('resnet8');
    const weights = initializeWeights(architecture.tensors({ channels, classes }), 3);
    const images = imagesOf('a', 'b');
    const gradient = inputGradient(architecture, weights, images, oneHot(2, 0));
    const logitAt = (moved: tf.Tensor4D, image: number, chosen: number): number => {
      const pass = inferencePass(weights);
      return computeLogits(architecture, pass, moved).arraySync()[image]![chosen]!;
    };
    for (const [image, chosen] of [2, 0].entries()) {
      const own = tf.tensor4d([image === 0 ? 1 : 0, image], [2, 1, 1, 1]);
      const step = tf.mul(tf.mul(gradient, own), 1e-3) as tf.Tensor4D;
      const slope =
        logitAt(tf.add(images, step), image, chosen) - logitAt(tf.sub(images, step), image, chosen);
      const wanted = 2 * tf.sum(tf.mul(gradient, step)).dataSync()[0]!;
      expect(slope / wanted).toBeCloseTo(1, 1.5);
    }
  });
});

describe('a preset', () => {
  it('that is unknown is refused with those that are known', () => {
    expect(() => findSmoothGradPreset('lime')).toThrow(
      'Unknown SmoothGrad preset "lime": known are paper, pair, captum.',
    );
  });
});
