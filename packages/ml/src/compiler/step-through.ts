import type { Run, Tensors } from './program.ts';
import { disposeTensors } from './tensors.ts';

/**
 * Takes a step for each of the inputs and yields what it gives, to be disposed of. The next inputs are made while the step
 * computes; all of them are disposed of here.
 */
export async function* stepThrough<In extends Tensors, Out extends Tensors, Resident extends Partial<In>>(
  run: Run<In, Out, Resident>,
  inputs: Iterable<Omit<In, keyof Resident>>,
): AsyncGenerator<Omit<Out, keyof Resident>, void> {
  const iterator = inputs[Symbol.iterator]();
  let next = iterator.next();
  try {
    while (!next.done) {
      const step = run.step(next.value);
      disposeTensors(next.value as Tensors);
      next = iterator.next();
      yield await step;
    }
  } finally {
    if (!next.done) disposeTensors(next.value as Tensors);
  }
}
