import { eagerEngine } from './eager.ts';
import type { Definition, Engine, EngineMemory } from './engine.ts';
import type { Program, Statics, TensorFunction, Tensors } from './program.ts';

let engine: Engine = eagerEngine;

/** Chooses what computes the programs that are compiled from now on; the one before is disposed of. */
export async function useEngine(next: Engine): Promise<void> {
  const previous = engine;
  engine = next;
  if (previous !== next) await previous.dispose();
}

/** Processor threads for what is compiled from now on, on an engine that can be told. */
export function useThreads(threads: number): void {
  engine.useThreads(threads);
}

export function engineMemory(): EngineMemory {
  return engine.memoryUsage();
}

/**
 * Makes a function ready to run many times on the engine that the runtime has started.
 * @param statics with the function and the shapes they decide what is computed: equal ones share a compiled graph
 * @param constants inputs that never change, such as the weights of a network that is only looked at: a compiled graph
 *   takes them in, and is faster for it. They must live as long as the program is used.
 */
export function compile<
  In extends Tensors,
  Out extends Tensors,
  S extends Statics,
  Constants extends Partial<In> = Record<never, never>,
>(
  fn: TensorFunction<In, Out, S>,
  statics: S,
  constants?: Constants,
): Program<Omit<In, keyof Constants> & Tensors, Out> {
  const definition = { fn, statics, constants: constants ?? {} } as unknown as Definition;
  return engine.program(definition) as unknown as Program<Omit<In, keyof Constants> & Tensors, Out>;
}
