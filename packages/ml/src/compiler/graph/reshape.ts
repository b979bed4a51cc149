import { broadcast } from './broadcast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Node } from './node.ts';
import { type Shape, sameShape, sizeOf } from './shape.ts';
import { splat } from './splat.ts';

/** The same elements in the same order in another shape. */
export function reshape(graph: GraphBuilder, x: Node, shape: Shape): Node {
  if (sizeOf(x.shape) !== sizeOf(shape)) {
    throw new Error(`[${x.shape}] can't be reshaped to [${shape}]: the sizes differ`);
  }
  if (sameShape(x.shape, shape)) return x;
  if (x.op === 'splat') return splat(graph, x.attributes.value, shape, x.dtype);
  if (x.op === 'reshape') return reshape(graph, x.inputs[0]!, shape);
  if (x.op === 'broadcast' && sizeOf(x.inputs[0]!.shape) === 1) {
    return broadcast(graph, reshape(graph, x.inputs[0]!, []), shape);
  }
  return graph.create('reshape', [x], {}, shape, x.dtype);
}
