export type Shape = readonly number[];

export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** The shape as a broadcast to `rank` axes sees it: with sizes of 1 in front. */
export const padRank = (shape: Shape, rank: number): Shape => [
  ...new Array<number>(rank - shape.length).fill(1),
  ...shape,
];

/** The shape that both are broadcast to: each axis is as long in both, or 1 in one of them. */
export function broadcastShape(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const other = padRank(b, rank);
  return padRank(a, rank).map((size, axis) => {
    const otherSize = other[axis]!;
    if (size !== otherSize && size !== 1 && otherSize !== 1) {
      throw new Error(`[${a}] and [${b}] can't be broadcast to one shape`);
    }
    return size === 1 ? otherSize : size;
  });
}

export const reducedShape = (shape: Shape, axes: readonly number[], keepDims: boolean): Shape =>
  keepDims
    ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    : shape.filter((_, axis) => !axes.includes(axis));
