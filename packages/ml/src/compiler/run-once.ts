import { compile } from './compile.ts';
import type { Statics, TensorFunction, Tensors } from './program.ts';

/** Calls a function once on the engine that was started; the caller disposes of what goes in and of what comes out. */
export async function runOnce<In extends Tensors, Out extends Tensors, S extends Statics>(
  fn: TensorFunction<In, Out, S>,
  statics: S,
  inputs: In,
): Promise<Out> {
  const run = await compile(fn, statics).start({});
  try {
    return (await run.step(inputs)) as Out;
  } finally {
    run.dispose();
  }
}
