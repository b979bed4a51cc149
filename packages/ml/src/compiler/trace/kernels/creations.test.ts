import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../../runtime/start-runtime.ts';
import { expectTraced } from '../expect-traced.fixture.ts';
import { drawNormals } from '../random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('creations');

describe('tensors made while tracing', () => {
  it('have their values in the graph', () => {
    const operations = expectTraced(
      ({ x }) => ({
        listed: tf.add(x, [1, 2, 3, 4]),
        spaced: tf.mul(x, tf.linspace(0, 1, 4)),
        counted: tf.mul(tf.range(4, 0, -1, 'int32'), 2),
        halves: tf.range(0, 2, 0.5),
        identity: tf.eye(3),
        single: tf.linspace(3, 5, 1),
      }),
      { x: normals(4) },
    );
    expect(operations.filter((op) => op === 'constant')).toHaveLength(5);
  });

  it('take no room where all values are the same', () => {
    const operations = expectTraced(
      ({ x }) => ({
        zeros: tf.zeros([3, 100]),
        ones: tf.sub(tf.ones([3, 100]), x),
        filled: tf.mul(tf.fill([3, 100], 2.5), x),
        like: tf.add(tf.zerosLike(x), tf.onesLike(x)),
        booleans: tf.ones([3], 'bool'),
      }),
      { x: normals(100) },
    );
    expect(operations).not.toContain('constant');
  });
});
