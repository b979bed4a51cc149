import type { GraphBuilder } from './graph-builder.ts';
import type { ConstantValues, DType, Node } from './node.ts';
import { type Shape, sizeOf } from './shape.ts';
import { splat } from './splat.ts';

/** Values known while tracing, row by row; a splat where all are the same. */
export function constant(
  graph: GraphBuilder,
  name: string,
  values: ConstantValues,
  shape: Shape,
  dtype: DType,
): Node {
  if (values.length !== sizeOf(shape)) {
    throw new Error(`Constant "${name}" of shape [${shape}] has ${values.length} values`);
  }
  if (isUniform(values)) return splat(graph, values[0]!, shape, dtype);
  return graph.create('constant', [], { name, values }, shape, dtype);
}

function isUniform(values: ConstantValues): boolean {
  const first = values[0];
  for (const value of values) if (value !== first) return false;
  return first !== undefined;
}
