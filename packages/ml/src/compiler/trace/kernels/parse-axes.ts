import * as tf from '@tensorflow/tfjs';
import type { Shape } from '../../graph/shape.ts';

/** Axes counted from the front, in order; all of them if none are named. */
export const parseAxes = (axes: number | number[] | null | undefined, shape: Shape): number[] =>
  tf.util.parseAxisParam(axes as number | number[], [...shape]).sort((a, b) => a - b);
