import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { trace } from '../trace/trace.ts';
import { liveBytes } from './live-bytes.ts';

beforeAll(() => startRuntime('cpu'));

const x = { shape: [100], dtype: 'float32' };
const bytesOf = (fn: (x: tf.Tensor) => tf.Tensor) =>
  liveBytes(trace(({ x }: { x: tf.Tensor }) => ({ y: fn(x) }), { x }));

it('counts a value until it was last used, the inputs not at all', () => {
  expect(bytesOf((x) => tf.exp(x))).toBe(400);
  expect(bytesOf((x) => tf.exp(tf.sin(tf.cos(x))))).toBe(800);
  expect(
    bytesOf((x) => {
      const kept = tf.cos(x);
      return tf.mul(kept, tf.exp(tf.sin(kept)));
    }),
  ).toBe(1200);
});

it('takes a reshaped value for the same, and a single number for nothing', () => {
  expect(bytesOf((x) => tf.exp(tf.reshape(tf.mul(tf.sin(x), tf.ones([100])), [10, 10])))).toBe(800);
});

it('counts a byte for each bool', () => {
  expect(bytesOf((x) => tf.greater(x, 1))).toBe(100);
});
