import type { Statics, TensorFunction, Tensors } from './program.ts';

/** A function with all that it is specialised for. */
export interface Definition {
  fn: TensorFunction<Tensors, Tensors, Statics>;
  statics: Statics;
  /** Inputs that never change: they may become part of the graph. Alive as long as the program is used. */
  constants: Tensors;
}

/** A Program whose tensors are known at run time alone. */
export interface AnyProgram {
  start(resident: Tensors): Promise<AnyRun>;
  dispose(): Promise<void>;
}

export interface AnyRun {
  step(inputs: Tensors): Promise<Tensors>;
  read(): Promise<Tensors>;
  dispose(): void;
}

/** What computes programs: tfjs itself, or sessions of traced graphs. */
export interface Engine {
  program(definition: Definition): AnyProgram;
  /** Processor threads of what is compiled from now on. */
  useThreads(threads: number): void;
  memoryUsage(): EngineMemory;
  /** Frees all that it holds; its programs can't run any more. */
  dispose(): Promise<void>;
}

/** What an engine holds beside tfjs's own tensors. */
export interface EngineMemory {
  /** Compiled graphs, used or kept for their next use. */
  graphs: number;
  /** What they take by estimate: their models, and the values that are alive at once in a step. */
  graphBytes: number;
  /** Graphs that nobody uses are dropped, the longest unused first, where all take more than this. */
  graphBytesLimit: number;
  /** Started runs. */
  runs: number;
  /** What their residents take, with the second places that a step writes their successors to. */
  residentBytes: number;
}
