import { onSources } from './broadcast.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { DType, Node } from './node.ts';
import { splat } from './splat.ts';

/** To another type as tfjs does: towards zero to int32, and to bool what isn't zero. */
export function cast(graph: GraphBuilder, x: Node, dtype: DType): Node {
  if (x.dtype === dtype) return x;
  if (x.op === 'splat') return splat(graph, x.attributes.value, x.shape, dtype);
  if (x.op === 'cast' && x.inputs[0]!.dtype === 'bool') return cast(graph, x.inputs[0]!, dtype);
  return onSources(graph, [x], ([source], shape) => graph.create('cast', [source!], {}, shape, dtype));
}
