import * as tf from '@tensorflow/tfjs';
import type { Factorization } from './factorize.ts';

/** How much a cell's picture has of its own part, and of its groups' by their weights (Lucent's notebook). */
const [ownShare, groupShare] = [0.7, 0.5];

/**
 * What the pictures of the chosen cells are mixed of: [chosen, all cells + groups]. Without groups each is its own part.
 * @param cells those that have parts, in order
 */
export function mixOf(
  chosen: readonly number[],
  cells: readonly number[],
  factors: Factorization | null,
): tf.Tensor2D {
  const groups = factors?.groups.rows ?? 0;
  const width = cells.length + groups;
  const mix = new Float32Array(chosen.length * width);
  for (const [row, cell] of chosen.entries()) {
    mix[row * width + cells.indexOf(cell)] = factors ? ownShare : 1;
    for (let group = 0; group < groups; group++)
      mix[row * width + cells.length + group] = groupShare * factors!.weights.data[cell * groups + group]!;
  }
  return tf.tensor2d(mix, [chosen.length, width]);
}
