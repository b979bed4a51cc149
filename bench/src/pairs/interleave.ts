import { setTimeout as pause } from 'node:timers/promises';
import type { Side } from '../sides/side.ts';

type Stepping = Pick<Side, 'step'>;

/** Steps taken one right after the other, in milliseconds; the peer's only where there is one. */
export interface Pair {
  ours: number;
  peer?: number;
  /** On one thread, where gains are compared. */
  oursAlone?: number;
  peerAlone?: number;
}

type Name = keyof Pair;

/** Threads that spin for more work after a step shall be at rest before another side's begins. */
const pauseMs = 50;

/** Asks all sides in turn, so that whatever else the machine does meets all; who begins alternates. Yields pair by pair. */
export async function* interleave(
  sides: Partial<Record<Name, Stepping>>,
  rounds: number,
): AsyncGenerator<Pair> {
  const entries = Object.entries(sides);
  for (let round = 0; round < rounds; round++) {
    const pair: Record<string, number> = {};
    const begin = round % entries.length;
    for (const [name, side] of [...entries.slice(begin), ...entries.slice(0, begin)])
      pair[name] = await step(side, entries.length > 1);
    yield pair as unknown as Pair;
  }
}

async function step(side: Stepping, afterAnother: boolean): Promise<number> {
  if (afterAnother) await pause(pauseMs);
  return side.step();
}
