import type { GraphBuilder } from './graph-builder.ts';
import type { Node, Paddings } from './node.ts';
import { isSplatOf, splat } from './splat.ts';

/** Puts a value around x. */
export function pad(graph: GraphBuilder, x: Node, paddings: Paddings, value: number): Node {
  if (isNothing(paddings)) return x;
  const shape = paddedShape(x, paddings);
  if (isSplatOf(x, Math.fround(value))) return splat(graph, value, shape, x.dtype);
  return graph.create('pad', [x], { paddings, value }, shape, x.dtype);
}

/** Puts x's mirror image around it: `reflect` leaves out the elements at the border, `symmetric` repeats them. */
export function mirrorPad(
  graph: GraphBuilder,
  x: Node,
  paddings: Paddings,
  mode: 'reflect' | 'symmetric',
): Node {
  if (isNothing(paddings)) return x;
  const shape = paddedShape(x, paddings);
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  return graph.create('mirrorPad', [x], { paddings, mode }, shape, x.dtype);
}

const isNothing = (paddings: Paddings): boolean =>
  paddings.every(([before, after]) => before === 0 && after === 0);

const paddedShape = (x: Node, paddings: Paddings): number[] =>
  paddings.map(([before, after], axis) => before + x.shape[axis]! + after);
