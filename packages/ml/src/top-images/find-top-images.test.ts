import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { findTopImages, type TopImages } from './find-top-images.ts';

beforeAll(() => startRuntime('cpu'));

const architecture = findArchitecture('convnet');
const layer = 'conv2';
const channels = 32;
const count = 260;

/** Each image is there twice: ties, also across batches. */
const images = drawStripes(count, 'test');
images.images.copyWithin((count / 2) * 64, 0, (count / 2) * 64);

async function topOf(weights: Weights): Promise<TopImages> {
  const finding = findTopImages({ architecture, layer, weights, data: stripes, images });
  for (;;) {
    const { done, value } = await finding.next();
    if (done) return value;
  }
}

/** A channel that is 0 everywhere. */
function withDead(weights: Weights, channel: number): Weights {
  const kept = tf.sub(1, tf.oneHot(tf.scalar(channel, 'int32'), channels)) as tf.Tensor1D;
  return {
    ...weights,
    'bn2.weight': tf.mul(weights['bn2.weight']!, kept),
    'bn2.bias': tf.mul(weights['bn2.bias']!, kept),
  };
}

/** All images' maps in memory, each channel's sorted whole. */
function naive(weights: Weights, channel: number) {
  const activation = computeActivation(
    architecture,
    inferencePass(weights),
    toTensor(images, 0, count, stripes),
    layer,
  );
  const [, height, width] = activation.shape;
  const values = activation.dataSync();
  const peaks = Array.from({ length: count }, (_, image) => {
    const map = Array.from(
      { length: height * width },
      (_, place) => values[(image * height * width + place) * channels + channel]!,
    );
    const activation = Math.max(...map);
    return { image, activation, place: map.indexOf(activation) };
  });
  const sorted = peaks.toSorted((a, b) => b.activation - a.activation || a.image - b.image);
  const mean = peaks.reduce((sum, { activation }) => sum + activation, 0) / count;
  const active = peaks.filter(({ activation }) => activation > 0).length / count;
  return { height, width, mean, active, strongest: sorted.slice(0, 9) };
}

describe('the top images of a layer', () => {
  let weights: Weights;
  let top: TopImages;
  beforeAll(async () => {
    weights = withDead(initializeWeights(architecture.tensors(stripes), 1), 7);
    top = await topOf(weights);
  });

  it('are those of sorting every image’s map, in batches as at once, of equal ones the first', () => {
    for (let channel = 0; channel < channels; channel++) {
      const { height, width, mean, active, strongest } = naive(weights, channel);
      expect(top).toMatchObject({ kept: 9, height, width });
      const of = <Values extends Int32Array | Float32Array>(values: Values) =>
        Array.from(values.subarray(channel * 9, (channel + 1) * 9));
      expect(of(top.images)).toEqual(strongest.map(({ image }) => image));
      expect(of(top.places)).toEqual(strongest.map(({ place }) => place));
      for (const [index, value] of of(top.activations).entries())
        expect(value).toBeCloseTo(strongest[index]!.activation, 5);
      expect(top.means[channel]).toBeCloseTo(mean, 5);
      expect(top.activeShares[channel]).toBeCloseTo(active, 6);
    }
  });

  it('have every image and its twin beside it, the first before', () => {
    const [first, second] = top.images;
    expect(second).toBe(first! + count / 2);
  });

  it('of a dead channel are the first images, and it is active on none', () => {
    expect([...top.images.subarray(7 * 9, 8 * 9)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([top.activeShares[7], top.means[7], top.activations[7 * 9]]).toEqual([0, 0, 0]);
  });

  it('are refused for numbers that overflow', async () => {
    const huge = { ...weights, 'bn2.weight': tf.fill([channels], Number.POSITIVE_INFINITY) };
    await expect(topOf(huge)).rejects.toThrow(/^The activations of conv2 hold (NaN|-?Infinity)/);
  });
});
