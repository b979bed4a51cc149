/** Ticks for one subscriber. Those that come while it is busy are one: it reads the present state anyway. */
export interface Ticks {
  tick(): void;
  iterator: AsyncIterableIterator<void>;
}

/** `ended` is called once, when the subscriber has gone. */
export function createTicks(ended: () => void): Ticks {
  let pending = false;
  let done = false;
  let wake = () => {};

  async function next(): Promise<IteratorResult<void>> {
    while (!pending && !done) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    pending = false;
    return done ? { done: true, value: undefined } : { done: false, value: undefined };
  }

  async function end(): Promise<IteratorResult<void>> {
    if (!done) ended();
    done = true;
    wake();
    return { done: true, value: undefined };
  }

  const iterator: AsyncIterableIterator<void> = { next, return: end, [Symbol.asyncIterator]: () => iterator };
  return {
    iterator,
    tick() {
      pending = true;
      wake();
    },
  };
}
