import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { convNet } from './convnet.ts';
import { learnedParameters } from './learned-parameters.fixture.ts';
import { tracedShapes } from './traced-shapes.fixture.ts';

beforeAll(() => startRuntime('cpu'));

describe('the small network', () => {
  it.each([
    [1, 9 * 1 * 16],
    [3, 9 * 3 * 16],
  ])('learns its filters, two numbers a norm, and a classifier: %i channels', (channels, first) => {
    const [filters, norms, classifier] = [
      first + 9 * 16 * 32 + 9 * 32 * 64,
      2 * (16 + 32 + 64),
      64 * 10 + 10,
    ];
    expect(learnedParameters(convNet, { channels, classes: 10 })).toBe(filters + norms + classifier);
  });

  it.each([
    [28, [28, 14, 7]],
    [32, [32, 16, 8]],
  ])('halves a picture of %i pixels a side twice', (size, sides) => {
    expect(tracedShapes(convNet, { channels: 3, classes: 10 }, [2, size, size])).toEqual([
      ...convNet.layers.map(({ channels }, layer) => [2, sides[layer], sides[layer], channels]),
      [2, 10],
    ]);
  });

  it('has layers of what its convolutions leave when they are normalised and activated', () => {
    const weights = initializeWeights(convNet.tensors({ channels: 1, classes: 3 }), 1);
    const images = drawNormals('convnet')<tf.Rank.R4>(2, 8, 8, 1);
    const pass = inferencePass(weights);
    const [first, second] = ['conv1', 'conv2'].map((layer) =>
      computeActivation(convNet, pass, images, layer),
    );
    const pooled = tf.maxPool(first!, 2, 2, 'valid');
    const wanted = tf.relu(pass.normalize(pass.convolve(pooled, 'conv2'), 'bn2'));
    expect(tf.max(tf.abs(tf.sub(second!, wanted))).dataSync()[0]).toBeLessThan(1e-5);
    expect(computeLogits(convNet, pass, images).shape).toEqual([2, 3]);
  });
});
