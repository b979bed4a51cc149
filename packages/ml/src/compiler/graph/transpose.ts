import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { splat } from './splat.ts';

/** Axis `i` of the result is axis `permutation[i]` of x. */
export function transpose(graph: GraphBuilder, x: Node, permutation: readonly number[]): Node {
  if (permutation.every((from, to) => from === to)) return x;
  const shape = permutation.map((axis) => x.shape[axis]!);
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  if (x.op === 'transpose') {
    const before = x.attributes.permutation;
    const both = permutation.map((axis) => before[axis]!);
    return transpose(graph, x.inputs[0]!, both);
  }
  return graph.create('transpose', [x], { permutation: [...permutation] }, shape, x.dtype);
}
