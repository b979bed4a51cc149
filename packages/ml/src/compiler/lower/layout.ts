/**
 * How a value lies in memory.
 * - `plain`: as tfjs has it; pictures are [batch, height, width, channels].
 * - `planes`: pictures as [batch, channels, height, width], what ONNX computes on.
 * - `blocks`: the same shape, but the memory is [batch, channels / b, height, width, b]: a register of channels beside each
 *   other, what ONNX Runtime's fastest convolutions work on (its domain com.microsoft.nchwc). For whole blocks of channels.
 */
export type Layout = 'plain' | 'planes' | 'blocks';

type Shape = readonly number[];

/** [batch, height, width, channels] → [batch, channels, height, width], of shapes and of anything else with an entry an axis. */
export function toPlanes<T>([batch, height, width, channels]: readonly T[]): [T, T, T, T] {
  return [batch!, channels!, height!, width!];
}

/** The axis of `planes` on which an axis of `plain` lies. */
export function planesAxis(axis: number): number {
  return [0, 2, 3, 1][axis]!;
}

/** [batch, height, width, channels] → [batch, channels / b, height, width, b]: what lies in the memory of `blocks`. */
export function blocksShape([batch, height, width, channels]: Shape, block: number): number[] {
  return [batch!, channels! / block, height!, width!, block];
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function equalShapes(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** A shape with ones before it, up to four axes; tfjs aligns the axes of operands at their ends. */
export function asPictures(shape: Shape): number[] {
  return [...Array(4 - shape.length).fill(1), ...shape];
}
