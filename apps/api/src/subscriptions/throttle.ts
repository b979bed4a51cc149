import { setTimeout as pause } from 'node:timers/promises';

/**
 * A tick at once, then one for the ticks of `source`, `intervalMs` apart at least: those that come sooner become one, and
 * the last is never lost. `return` ends the source too.
 */
export function throttle(
  source: AsyncIterableIterator<void>,
  intervalMs: number,
): AsyncIterableIterator<void> {
  const ticks = spaced(source, intervalMs);
  return {
    next: () => ticks.next(),
    // A generator that awaits can't be ended from outside: ending its source wakes it.
    return: async () => {
      await source.return?.();
      return ticks.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* spaced(
  source: AsyncIterableIterator<void>,
  intervalMs: number,
): AsyncGenerator<void, undefined> {
  let due = true;
  let ended = false;
  let wake = () => {};
  const listening = (async () => {
    try {
      for await (const _ of source) {
        due = true;
        wake();
      }
    } finally {
      ended = true;
      wake();
    }
  })();
  listening.catch(() => {}); // Told at the end; a subscription that is ended sooner doesn't ask.
  while (due || !ended) {
    if (due) {
      due = false;
      yield;
      await pause(intervalMs);
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  await listening;
}
