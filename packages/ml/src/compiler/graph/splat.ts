import type { GraphBuilder } from './graph-builder.ts';
import type { DType, Node } from './node.ts';
import type { Shape } from './shape.ts';

/** One value everywhere, which takes no memory whatever the shape. */
export function splat(graph: GraphBuilder, value: number, shape: Shape, dtype: DType): Node<'splat'> {
  return graph.create('splat', [], { value: represent(value, dtype) }, shape, dtype);
}

export const isSplat = (node: Node): node is Node<'splat'> => node.op === 'splat';

export const isSplatOf = (node: Node, value: number): boolean =>
  isSplat(node) && node.attributes.value === value;

/** The value as a tensor of that type holds it. */
function represent(value: number, dtype: DType): number {
  switch (dtype) {
    case 'float32':
      return Math.fround(value);
    case 'int32':
      return value | 0;
    case 'bool':
      return value ? 1 : 0;
  }
}
