import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced, expectTracedGradients } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('activations');

describe('an activation, traced with its gradient', () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['relu', tf.relu],
    ['sigmoid', tf.sigmoid],
    ['tanh', tf.tanh],
    ['relu6', (x) => tf.relu6(tf.mul(x, 5))],
    ['leakyRelu', (x) => tf.leakyRelu(x, 0.3)],
    ['elu', tf.elu],
    ['softplus', (x) => tf.softplus(tf.mul(x, 5))],
    ['step', (x) => tf.mul(x, tf.step(x, 0.25))],
  ])('is what eager tfjs computes: %s', (_, activate) => {
    expectTracedGradients(activate, [normals(4, 5)]);
  });

  it('is what eager tfjs computes for weights of its own: prelu', () => {
    expectTracedGradients(tf.prelu, [normals(4, 5), normals(5)]);
  });

  it('of large values doesn’t overflow', () => {
    expectTraced(({ x }) => ({ elu: tf.elu(x), softplus: tf.softplus(x) }), {
      x: tf.tensor1d([-200, -1, 0, 1, 200]),
    });
  });
});

describe('the gradient of a relu', () => {
  it('is decided by what came out of it, so that what went in needn’t be kept', () => {
    const operations = expectTracedGradients((x) => tf.relu(tf.square(tf.relu(x))), [normals(4, 5)]);
    expect(operations.filter((op) => op === 'relu')).toHaveLength(2);
    expect(operations.indexOf('step')).toBeGreaterThan(operations.lastIndexOf('relu'));
  });
});
