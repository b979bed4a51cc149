import { setImmediate } from 'node:timers/promises';

/** Runs a computation to its end, step by step, letting other work of this process through between the steps. */
export async function drive<Step, Result>(
  computation: AsyncGenerator<Step, Result>,
  onStep: (step: Step) => void | Promise<void>,
): Promise<Result> {
  for (;;) {
    const next = await computation.next();
    if (next.done) return next.value;
    await onStep(next.value);
    await setImmediate();
  }
}
