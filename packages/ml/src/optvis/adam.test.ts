import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '../runtime/start-runtime.ts';
import { adamCorrection, adamStep } from './adam.ts';

beforeAll(() => startRuntime('cpu'));

describe('Adam', () => {
  it('moves by the learning rate at first, whatever the size of the gradient', () => {
    const moments = { first: tf.zeros([2]), second: tf.zeros([2]) };
    const { parameters } = adamStep(
      tf.tensor1d([1, 1]),
      tf.tensor1d([1e-3, -50]),
      moments,
      0.05,
      adamCorrection(1),
    );
    const [up, down] = parameters.dataSync();
    expect(up).toBeCloseTo(0.95, 5);
    expect(down).toBeCloseTo(1.05, 5);
  });

  it('follows the formula of Kingma and Ba for three steps', () => {
    let [parameter, first, second] = [0.3, 0, 0];
    let state = {
      parameters: tf.tensor1d([parameter]),
      moments: { first: tf.zeros([1]), second: tf.zeros([1]) },
    };
    for (const [index, gradient] of [2, -1, 0.5].entries()) {
      const step = index + 1;
      const gradients = tf.tensor1d([gradient]);
      state = adamStep(
        state.parameters,
        gradients,
        state.moments,
        0.05,
        adamCorrection(step),
      ) as typeof state;
      first = 0.9 * first + 0.1 * gradient;
      second = 0.999 * second + 0.001 * gradient ** 2;
      parameter -= (0.05 * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.999 ** step)) + 1e-8);
      expect(state.parameters.dataSync()[0]).toBeCloseTo(parameter, 6);
    }
  });
});
