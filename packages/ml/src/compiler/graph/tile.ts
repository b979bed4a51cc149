import { broadcast } from './broadcast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';

/** Repeats x along each axis; what repeats single elements is a broadcast. */
export function tile(graph: GraphBuilder, x: Node, repeats: readonly number[]): Node {
  const shape = x.shape.map((size, axis) => size * repeats[axis]!);
  const isBroadcast = x.shape.every((size, axis) => size === 1 || repeats[axis] === 1);
  if (isBroadcast || x.op === 'splat') return broadcast(graph, x, shape);
  return graph.create('tile', [x], { repeats: [...repeats] }, shape, x.dtype);
}
