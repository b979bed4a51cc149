import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { runOnce } from '../compiler/run-once.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { adamCorrection } from './adam.ts';
import { fourierImage } from './fourier-image.ts';
import type { Term } from './objective.ts';
import { finishedPictures, renderStep } from './render-step.ts';
import { selectionsOf } from './selections.ts';
import { affineMaps } from './transforms.ts';

await startRuntime('onnxruntime', { threads: 1 });

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors({ channels: 3, classes: 4 });
const [ours, theirs] = [3, 4].map((seed) => initializeWeights(specs, seed)) as [Weights, Weights];
const preset = { name: 'still', size: 16, steps: 1, learningRate: 0.05, padding: 0, transforms: [] };
const subject = {
  architecture,
  data: { channels: 3, mean: [0.5, 0.4, 0.4], std: [0.3, 0.2, 0.2] },
  preset,
};
const maps = { stem: { height: 16, width: 16 }, 'stage2.block0': { height: 8, width: 8 } };
const image = fourierImage(16, 3);
const normals = drawNormals('render step');
const spectrum = tf.mul(normals<tf.Rank.R3>(...image.shape(2)), 0.1) as tf.Tensor3D;

type Read = [network: Weights, ...terms: Term[]];

/** Two pictures that read the same of some networks. */
const readingsOf = (reads: Read[]) => ({
  weights: reads.map(([network]) => network),
  selections: reads.map(([, ...terms]) => selectionsOf([terms, terms], architecture, maps)),
});

/** Of what they read, and of what they share. */
async function gradientOf(reads: Read[], diversity: Record<string, tf.Scalar> = {}): Promise<Float32Array> {
  const zeros = tf.zerosLike(spectrum);
  const { moments, gradientSums } = await runOnce(renderStep, subject, {
    ...readingsOf(reads),
    diversity,
    spectrum,
    waves: image.constants(),
    moments: { first: zeros, second: zeros },
    maps: affineMaps(new Array(2).fill((x: number, y: number) => [x, y])),
    correction: adamCorrection(1),
  });
  expect(gradientSums.shape).toEqual([6]);
  // Adam keeps a tenth of the first loss's gradient, which is the negative of what is read.
  return tf.mul(moments.first, -10).data<'float32'>();
}

const channel: Term = { layer: 'stage2.block0', channel: 3, weight: 1 };
const place: Term = { layer: 'stem', channel: 5, weight: 1, at: { x: 4, y: 9 } };

function expectEqual(came: Float32Array, wanted: Float32Array): void {
  const largest = wanted.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const worst = came.reduce((max, value, index) => Math.max(max, Math.abs(value - wanted[index]!)), 0);
  expect(largest).toBeGreaterThan(0);
  expect(worst / largest).toBeLessThan(1e-5);
}

describe('the gradient of a picture', () => {
  it('of several neurons is the weighted sum of theirs', async () => {
    const [first, second] = [await gradientOf([[ours, channel]]), await gradientOf([[ours, place]])];
    const both = await gradientOf([[ours, channel, { ...place, weight: -0.5 }]]);
    expectEqual(
      both,
      first.map((value, index) => value - 0.5 * second[index]!),
    );
  });

  it('of a difference of two networks is the difference of theirs', async () => {
    const [first, second] = [await gradientOf([[ours, channel]]), await gradientOf([[theirs, channel]])];
    const difference = await gradientOf([
      [ours, channel],
      [theirs, { ...channel, weight: -1 }],
    ]);
    expectEqual(
      difference,
      first.map((value, index) => value - second[index]!),
    );
  });

  it('is that of finite differences, of what is read of maps and places in two networks', async () => {
    const reads: Read[] = [
      [ours, channel, place],
      [theirs, { ...channel, weight: -1 }],
    ];
    const gradient = tf.tensor3d(await gradientOf(reads), spectrum.shape);
    const length = tf.norm(gradient).dataSync()[0]!;
    const ahead = tf.mul(gradient, 1e-3 / length);
    const readAt = async (moved: tf.Tensor3D) => {
      const pictures = { spectrum: moved, waves: image.constants() };
      const { activations } = await runOnce(
        finishedPictures,
        { ...subject, border: 0 },
        { ...readingsOf(reads), ...pictures },
      );
      return tf.sum(activations).dataSync()[0]!;
    };
    const gained = (await readAt(tf.add(spectrum, ahead))) - (await readAt(tf.sub(spectrum, ahead)));
    expect(gained / 2e-3 / length).toBeCloseTo(1, 2);
  });

  it('with diversity has a part that the weight multiplies', async () => {
    const plain = await gradientOf([[ours, channel]]);
    const [once, twice] = [
      await gradientOf([[ours, channel]], { stem: tf.scalar(1) }),
      await gradientOf([[ours, channel]], { stem: tf.scalar(2) }),
    ];
    expectEqual(
      twice.map((value, index) => value - plain[index]!),
      once.map((value, index) => 2 * (value - plain[index]!)),
    );
  });
});
