import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';

/** Back to front along these axes. */
export function reverse(graph: GraphBuilder, x: Node, axes: readonly number[]): Node {
  const turned = axes.filter((axis) => x.shape[axis]! > 1);
  if (turned.length === 0 || x.op === 'splat') return x;
  return graph.create('reverse', [x], { axes: turned }, x.shape, x.dtype);
}
