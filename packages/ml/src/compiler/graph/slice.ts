import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { type Shape, sameShape } from './shape.ts';
import { splat } from './splat.ts';

/** `shape` elements from `begin`. */
export function slice(graph: GraphBuilder, x: Node, begin: Shape, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  if (x.op === 'slice') {
    const before = x.attributes.begin;
    const both = begin.map((from, axis) => from + before[axis]!);
    return slice(graph, x.inputs[0]!, both, shape);
  }
  return graph.create('slice', [x], { begin: [...begin] }, shape, x.dtype);
}

/** Every so many elements from `begin` to before `end`; strides are positive. */
export function stridedSlice(
  graph: GraphBuilder,
  x: Node,
  { begin, end, strides }: Node<'stridedSlice'>['attributes'],
): Node {
  const shape = begin.map((from, axis) => Math.ceil(Math.max(end[axis]! - from, 0) / strides[axis]!));
  if (strides.every((stride) => stride === 1)) return slice(graph, x, begin, shape);
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  return graph.create('stridedSlice', [x], { begin, end, strides }, shape, x.dtype);
}
