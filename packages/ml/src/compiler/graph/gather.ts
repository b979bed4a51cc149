import { cast } from './cast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { splat } from './splat.ts';

/** Picks by indices along one axis, in whose place the indices' axes come. */
export function gather(graph: GraphBuilder, x: Node, indices: Node, axis: number): Node {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  return graph.create('gather', [x, cast(graph, indices, 'int32')], { axis }, shape, x.dtype);
}

/** Adds up the rows of x, [rows, …], by their ids: → [segments, …]. */
export function segmentSum(graph: GraphBuilder, x: Node, ids: Node, segments: number): Node {
  const shape = [segments, ...x.shape.slice(1)];
  return graph.create('segmentSum', [x, cast(graph, ids, 'int32')], { segments }, shape, x.dtype);
}
