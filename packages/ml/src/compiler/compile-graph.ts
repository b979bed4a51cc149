import type { Definition } from './engine.ts';
import { liveBytes } from './graph/live-bytes.ts';
import { type LowerOptions, lower, outputName } from './lower/lower.ts';
import type { Tensors, TensorTree } from './program.ts';
import type { Leaf, Tree } from './tensor-tree.ts';
import { trace } from './trace/trace.ts';

/** A function as a model that ONNX Runtime can load. */
export interface GraphModel {
  model: Uint8Array;
  /** What the function gives, without data. */
  outputs: { readonly [name: string]: Tree<Leaf> };
  /** What the model calls the output of a path. */
  outputName(path: string): string;
  /** Of the values that are alive at once in a step. */
  liveBytes: number;
}

/**
 * Traces a function for inputs of these shapes and lowers it.
 * @param inputs all but the constants
 */
export function compileGraph(
  { fn, statics, constants }: Definition,
  inputs: { readonly [name: string]: Tree<Leaf> },
  options: LowerOptions,
): GraphModel {
  const call = (tensors: Tensors): TensorTree => fn(tensors, statics);
  const graph = trace(call, { ...constants, ...inputs }, { constants, label: fn.name });
  const names = new Map([...graph.outputs.keys()].map((path) => [path, outputName(graph, path)]));
  return {
    model: lower(graph, options).encode(),
    outputs: graph.outputTree as GraphModel['outputs'],
    outputName: (path) => names.get(path)!,
    liveBytes: liveBytes(graph),
  };
}
