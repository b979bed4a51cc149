import * as tf from '@tensorflow/tfjs';
import type { Dropout } from '../architectures/architecture.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom } from '../random/random.ts';

/** Which units are dropped: `seed`, `stream` and `step` fix the draw. */
export interface DropoutDraw {
  /** Share of units that are dropped, from 0 to below 1. */
  rate: number;
  /** Images of a step; each has a mask of its own. */
  batchSize: number;
  seed: number;
  /** Tells apart the trainings of one seed: `parent`, `child-1` … */
  stream: string;
  step: number;
}

/**
 * Masks for a pass, [batch, height, width, channels] by the dropout's name: 0 for each unit that is dropped, 1 / (1 − rate)
 * for those that are kept, so that means stay. None at a rate of 0. Whoever asks for them disposes of them.
 */
export function drawDropoutMasks(
  dropouts: readonly Dropout[],
  { rate, batchSize, seed, stream, step }: DropoutDraw,
): Weights {
  requireRate(rate);
  if (rate === 0) return {};
  const kept = 1 / (1 - rate);
  const masks = dropouts.map(({ name, shape: ofImage }) => {
    const { uniform } = createRandom(seed, 'dropout', stream, step, name);
    const shape = [batchSize, ...ofImage];
    const values = new Float32Array(tf.util.sizeFromShape(shape));
    for (let unit = 0; unit < values.length; unit++) values[unit] = uniform() < rate ? 0 : kept;
    return [name, tf.tensor(values, shape)];
  });
  return Object.fromEntries(masks);
}

export function requireRate(rate: number): void {
  if (!(rate >= 0 && rate < 1))
    throw badInput(`A dropout rate of ${rate} came; it is a share of units, from 0 to below 1.`);
}
