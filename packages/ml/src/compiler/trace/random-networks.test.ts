import type * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { expectTracedGradients } from './expect-traced.fixture.ts';
import { drawNetwork } from './random-network.fixture.ts';
import { drawNormals } from './random-tensors.fixture.ts';

beforeEach(() => startRuntime('cpu'));

/** A gradient may be a sum whose terms nearly cancel each other, and the roundings are those of the terms. */
const tolerance = 1e-4;

describe('random small networks', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('are traced with their gradients: %i', (seed) => {
    const images = drawNormals(seed)<tf.Rank.R4>(2, 6, 5, 2);
    const { weights, forward, names } = drawNetwork(seed, images, 6, [2, 3]);
    try {
      expectTracedGradients(forward, [images, ...weights], { tolerance });
    } catch (error) {
      throw new Error(names.join(' → '), { cause: error });
    }
  });
});
