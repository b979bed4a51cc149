import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectLoweredGradients } from '../compiler/lower/expect-lowered.fixture.ts';
import { expectTracedGradients } from '../compiler/trace/expect-traced.fixture.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { averagePool } from './average-pool.ts';
import { slopeAlong } from './slope-along.fixture.ts';

beforeAll(() => startRuntime('cpu'));

const normals = drawNormals('average-pool');

describe('an average pool', () => {
  it.each<[number, number, 'same' | number]>([
    [2, 2, 0],
    [3, 2, 'same'],
    [3, 1, 'same'],
    [3, 2, 1],
    [5, 3, 2],
  ])(
    'of windows of %i, stride %i and pad %j is that of tfjs, with its true gradient',
    async (...geometry) => {
      const x = normals<tf.Rank.R4>(2, 7, 6, 3);
      const pool = (x: tf.Tensor) => averagePool(x as tf.Tensor4D, ...geometry);
      const wanted = tf.avgPool(x, ...geometry);
      expect(pool(x).shape).toEqual(wanted.shape);
      expect(tf.max(tf.abs(tf.sub(pool(x), wanted))).dataSync()[0]).toBeLessThan(1e-6);
      const { slope, byGradient } = slopeAlong(pool, x, normals(...x.shape), normals(...wanted.shape));
      expect(byGradient / slope).toBeCloseTo(1, 3);
      expectTracedGradients(pool, [x]);
      await expectLoweredGradients(pool, [x]);
    },
  );
});
