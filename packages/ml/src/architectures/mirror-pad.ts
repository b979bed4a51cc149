import * as tf from '@tensorflow/tfjs';
import { badInput } from '../errors/domain-error.ts';

/** How many rows of a mirror image go before and after each axis. */
export type MirrorPaddings = readonly (readonly [before: number, after: number])[];

/**
 * Puts a tensor's mirror image around it. A gather, whose gradient adds up all images of an element: that of tf.mirrorPad
 * forgets all but the element itself.
 * @param mode `reflect` leaves out the rows at the border, `symmetric` repeats them
 */
export function mirrorPad<T extends tf.Tensor>(
  x: T,
  paddings: MirrorPaddings,
  mode: 'reflect' | 'symmetric',
): T {
  const border = mode === 'reflect' ? 1 : 0;
  return paddings.reduce((padded, [before, after], axis) => {
    const side = x.shape[axis]!;
    if (Math.max(before, after) > side - border) {
      throw badInput(
        `A ${mode} pad of ${before} before and ${after} after came for axis ${axis} of [${x.shape}]: ` +
          `its mirror image has ${side - border}.`,
      );
    }
    return before + after === 0 ? padded : tf.gather(padded, sources(side, before, after, border), axis);
  }, x);
}

/** For each row of the padded axis the row that it shows. */
function sources(side: number, before: number, after: number, border: number): tf.Tensor1D {
  const rows = Array.from({ length: before + side + after }, (_, place) => {
    const row = place - before;
    if (row < 0) return border - 1 - row;
    return row < side ? row : 2 * side - 1 - border - row;
  });
  return tf.tensor1d(rows, 'int32');
}
