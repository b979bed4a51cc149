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
import { correlateChannels } from './correlate-channels.ts';

beforeAll(() => startRuntime('cpu'));

const architecture = findArchitecture('convnet');
const specs = architecture.tensors(stripes);
const layer = 'conv2';
const channels = 32;
const images = drawStripes(260, 'test');

async function correlationsOf(first: Weights, second: Weights): Promise<Float32Array> {
  const correlating = correlateChannels({ architecture, layer, first, second, data: stripes, images });
  for (;;) {
    const { done, value } = await correlating.next();
    if (done) return value;
  }
}

/** A layer's channels in another order; what reads them is of no concern to the layer itself. */
function shuffled(weights: Weights, order: readonly number[]): Weights {
  const places = tf.tensor1d([...order], 'int32');
  const mixed = ['conv2.weight', 'bn2.weight', 'bn2.bias', 'bn2.running_mean', 'bn2.running_var'].map(
    (name) => [name, tf.gather(weights[name]!, places, weights[name]!.rank - 1)],
  );
  return { ...weights, ...Object.fromEntries(mixed) };
}

describe('the correlation of channels', () => {
  let weights: Weights;
  let others: Weights;
  beforeAll(() => {
    [weights, others] = [initializeWeights(specs, 1), initializeWeights(specs, 2)];
  });

  it('finds a channel of a network that was shuffled where it went', async () => {
    const order = Array.from({ length: channels }, (_, channel) => (7 * channel + 3) % channels);
    const correlations = await correlationsOf(weights, shuffled(weights, order));
    for (const [to, from] of order.entries()) expect(correlations[from * channels + to]).toBeCloseTo(1, 4);
  });

  it('is Pearson’s over all images and places, in batches as at once', async () => {
    const correlations = await correlationsOf(weights, others);
    const activationOf = (weights: Weights) =>
      computeActivation(architecture, inferencePass(weights), toTensor(images, 0, 260, stripes), layer);
    const [ours, theirs] = [activationOf(weights), activationOf(others)].map((activation) =>
      activation.dataSync(),
    );
    const [row, column] = [5, 11];
    const valuesOf = (all: ArrayLike<number>, channel: number) =>
      Array.from({ length: all.length / channels }, (_, place) => all[place * channels + channel]!);
    const [x, y] = [valuesOf(ours!, row), valuesOf(theirs!, column)];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
    const centred = (values: number[]) => values.map((value) => value - mean(values));
    const [dx, dy] = [centred(x), centred(y)];
    const product = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    const pearson = product(dx, dy) / Math.sqrt(product(dx, dx) * product(dy, dy));
    expect(Math.abs(pearson)).toBeGreaterThan(0.01);
    expect(correlations[row * channels + column]).toBeCloseTo(pearson, 4);
  });

  it('is none for a channel that never changes', async () => {
    const silent = { ...weights, 'bn2.weight': tf.zeros([channels]), 'bn2.bias': tf.fill([channels], 0.3) };
    expect((await correlationsOf(weights, silent)).every((value) => value === 0)).toBe(true);
  });
});
