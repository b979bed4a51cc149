import type * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNetwork } from '../trace/random-network.fixture.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { expectLoweredGradients } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

/** A gradient may be a sum whose terms nearly cancel each other, and the roundings are those of the terms. */
const tolerance = 1e-4;

describe('random small networks', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))(
    'are lowered with their gradients, in whole blocks and others: %i',
    async (seed) => {
      const [batch, widths] = seed % 3 === 0 ? [2, [2, 3]] : [16, [16, 32]];
      const images = drawNormals(seed)<tf.Rank.R4>(batch, 6, 6, 3);
      const { weights, forward, names } = drawNetwork(seed, images, 5, widths);
      try {
        await expectLoweredGradients(forward, [images, ...weights], { tolerance });
      } catch (error) {
        throw new Error(names.join(' → '), { cause: error });
      }
    },
  );
});
