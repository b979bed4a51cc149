import { GraphBuilder } from './graph-builder.ts';
import type { DType, Node } from './node.ts';

/** A graph to build in, and inputs for it. */
export function draftGraph() {
  const graph = new GraphBuilder();
  const typedInput = (dtype: DType, ...shape: number[]): Node<'input'> =>
    graph.create('input', [], { name: `input of [${shape}]` }, shape, dtype);
  return { graph, typedInput, input: (...shape: number[]) => typedInput('float32', ...shape) };
}
