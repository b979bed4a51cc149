import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { inferencePass } from './inference-pass.ts';
import type { Pass, Weights } from './pass.ts';
import { trainingPass } from './training-pass.ts';

await startRuntime('cpu');

const normals = drawNormals('pass');
const worst = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

describe('a convolution', () => {
  const weights = { 'conv.weight': normals(7, 7, 2, 3), 'conv.bias': normals(3) };
  const images = normals<tf.Rank.R4>(1, 8, 8, 2);
  const convolve = (padding?: number | 'same') =>
    inferencePass(weights).convolve(images, 'conv', { stride: 2, ...(padding !== undefined && { padding }) });

  it('pads by half its filter, and by "same" one pixel less above and at the left', () => {
    const framed = tf.pad(images, [
      [0, 0],
      [2, 3],
      [2, 3],
      [0, 0],
    ]);
    const wanted = inferencePass(weights).convolve(framed, 'conv', { stride: 2, padding: 0 });
    expect([...convolve('same').dataSync()]).toEqual([...wanted.dataSync()]);
    expect([...convolve().dataSync()]).toEqual([...convolve(3).dataSync()]);
    expect(worst(convolve(), convolve('same'))).toBeGreaterThan(0.1);
  });
});

describe('a normalisation', () => {
  const weights: Weights = {
    'conv.weight': normals(1, 1, 2, 3),
    'bn.weight': normals(3),
    'bn.bias': normals(3),
    'bn.running_mean': normals(3),
    'bn.running_var': tf.abs(normals(3)),
  };
  const images = normals<tf.Rank.R4>(4, 2, 2, 2);
  const convolved = tf.conv2d(images, weights['conv.weight'] as tf.Tensor4D, 1, 'valid');
  const statistics = {
    inference: () => [weights['bn.running_mean']!, weights['bn.running_var']!] as const,
    training: () => {
      const { mean, variance } = tf.moments(convolved, [0, 1, 2]);
      return [mean, variance] as const;
    },
  };
  const passes: Record<keyof typeof statistics, Pass> = {
    inference: inferencePass(weights),
    training: trainingPass(weights, new Map()),
  };

  it.each(['inference', 'training'] as const)(
    'adds 1e-5 to variances, or what it is told to, in %s',
    (kind) => {
      const [mean, variance] = statistics[kind]();
      for (const epsilon of [undefined, 0.5]) {
        const deviation = tf.sqrt(tf.add(variance, epsilon ?? 1e-5));
        const standard = tf.div(tf.sub(convolved, mean), deviation);
        const wanted = tf.add(tf.mul(standard, weights['bn.weight']!), weights['bn.bias']!);
        const pass = passes[kind];
        expect(worst(pass.normalize(convolved, 'bn', epsilon), wanted)).toBeLessThan(1e-5);
        const together = pass.convolveAndNormalize(images, 'conv', 'bn', 1, epsilon);
        expect(worst(together, wanted)).toBeLessThan(1e-5);
      }
    },
  );
});
