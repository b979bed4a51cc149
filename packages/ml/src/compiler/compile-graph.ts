import type { Definition } from './engine.ts';
import { liveBytes } from './graph/live-bytes.ts';
import { type LowerOptions, lower, outputName } from './lower/lower.ts';
import { lowerInParts, onePart, type Parts } from './lower/lower-in-parts.ts';
import type { Tensors, TensorTree } from './program.ts';
import { type Leaf, mapTree, type Tree } from './tensor-tree.ts';
import { trace } from './trace/trace.ts';

/** A function as a program of the session thread. */
export interface CompiledGraph {
  program: Parts;
  /** What the function gives, without data. */
  outputs: { readonly [name: string]: Tree<Leaf> };
  /** What the program calls the output of a path. */
  outputName(path: string): string;
  /** Of the values that are alive at once in a step. */
  liveBytes: number;
}

export interface CompileOptions extends LowerOptions {
  /** Whether the values lie where kernels of our own can reach them; not so on a GPU. */
  ownKernels: boolean;
}

/**
 * Traces a function for inputs of these shapes and lowers it.
 * @param inputs all but the constants
 */
export function compileGraph(
  { fn, statics, constants }: Definition,
  inputs: { readonly [name: string]: Tree<Leaf> },
  { ownKernels, ...options }: CompileOptions,
): CompiledGraph {
  const call = (tensors: Tensors): TensorTree => fn(tensors, statics);
  const graph = trace(call, { ...constants, ...inputs }, { constants, label: fn.name });
  const names = new Map([...graph.outputs.keys()].map((path) => [path, outputName(graph, path)]));
  return {
    program: ownKernels ? lowerInParts(graph, options) : onePart(lower(graph, options).encode()),
    // Without the nodes, which hold the whole graph and the constants' values.
    outputs: mapTree<Leaf, Leaf>(graph.outputTree, ({ shape, dtype }) => ({
      shape,
      dtype,
    })) as CompiledGraph['outputs'],
    outputName: (path) => names.get(path)!,
    liveBytes: liveBytes(graph),
  };
}
