import type { GraphBuilder } from '../../graph/graph-builder.ts';
import type { Node } from '../../graph/node.ts';

/** A call of a tfjs kernel while tracing. */
export interface KernelCall {
  graph: GraphBuilder;
  /** The input that tfjs calls by that name. */
  input(name: string): Node;
  /** The same where it may be left out. */
  optional(name: string): Node | undefined;
  /** The inputs of a kernel that takes a list. */
  list(): Node[];
  /** The kernel's attributes, which are tfjs's `…Attrs` of its name. */
  attributes<A>(): A;
}

/** Records what a tfjs kernel computes. */
export type Kernel = (call: KernelCall) => Node | Node[];

/** Kernels by tfjs's names. */
export type Kernels = Readonly<Record<string, Kernel>>;
