import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { sizeOf } from './shape.ts';
import { isSplat, isSplatOf, splat } from './splat.ts';

/** One after another along an axis counted from the front. */
export function concat(graph: GraphBuilder, parts: readonly Node[], axis: number): Node {
  const [first] = parts;
  const shape = first!.shape.map((size, at) =>
    at === axis ? parts.reduce((total, part) => total + part.shape[axis]!, 0) : size,
  );
  const value = isSplat(first!) ? first.attributes.value : undefined;
  if (value !== undefined && parts.every((part) => isSplatOf(part, value))) {
    return splat(graph, value, shape, first!.dtype);
  }
  const filled = parts.filter((part) => sizeOf(part.shape) > 0);
  if (filled.length === 1) return filled[0]!;
  return graph.create('concat', filled, { axis }, shape, first!.dtype);
}
