import { EventEmitter, on } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

/** Ticks that the test gives by hand, and whether anybody still listens. */
function manualSource() {
  const emitter = new EventEmitter();
  const events = on(emitter, 'tick', { close: ['end'] });
  return {
    source: events as AsyncIterableIterator<unknown> as AsyncIterableIterator<void>,
    tick: () => emitter.emit('tick'),
    end: () => emitter.emit('end'),
    isHeard: () => emitter.listenerCount('tick') > 0,
  };
}

test('tells at once, then at most once an interval, and never loses the last', async () => {
  const { source, tick, end } = manualSource();
  const times: number[] = [];
  const start = performance.now();
  const reading = (async () => {
    for await (const _ of throttle(source, 100)) times.push(performance.now() - start);
  })();
  let lastTick = 0;
  for (let count = 0; count < 30; count += 1) {
    lastTick = performance.now() - start;
    tick();
    await pause(10);
    if (count === 0) expect(times).toHaveLength(1);
  }
  await pause(150);
  end();
  await reading;
  expect(times.at(-1)).toBeGreaterThanOrEqual(lastTick);
  expect(times.length).toBeLessThan(30);
  times.slice(1).forEach((time, index) => {
    expect(time - times[index]!).toBeGreaterThan(95);
  });
});

test('ending it ends its source while it waits', async () => {
  const { source, isHeard } = manualSource();
  const ticks = throttle(source, 10);
  await ticks.next();
  const waiting = ticks.next();
  await pause(30);
  expect(isHeard()).toBe(true);
  await ticks.return?.();
  expect((await waiting).done).toBe(true);
  expect(isHeard()).toBe(false);
});

test('fails as its source does', async () => {
  async function* broken() {
    yield;
    throw new Error('connection lost');
  }
  const ticks = throttle(broken(), 1);
  await expect(
    (async () => {
      for await (const _ of ticks);
    })(),
  ).rejects.toThrow('connection lost');
});
