import * as tf from '@tensorflow/tfjs';

export type Shape = readonly number[];

export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** The shape that both are broadcast to. */
export const broadcastShape = (a: Shape, b: Shape): Shape =>
  tf.backend_util.assertAndGetBroadcastShape([...a], [...b]);

/** The shape as a broadcast to `rank` axes sees it: with sizes of 1 in front. */
export const padRank = (shape: Shape, rank: number): Shape => [
  ...new Array<number>(rank - shape.length).fill(1),
  ...shape,
];

/** Axes counted from the front, in order; all of them if none are named. */
export const parseAxes = (axes: number | readonly number[] | null | undefined, shape: Shape): number[] =>
  tf.util
    .parseAxisParam((typeof axes === 'number' ? axes : axes && [...axes]) as number[], [...shape])
    .sort((a, b) => a - b);

export const reducedShape = (shape: Shape, axes: readonly number[], keepDims: boolean): Shape =>
  keepDims
    ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    : shape.filter((_, axis) => !axes.includes(axis));
