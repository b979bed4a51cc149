import { setTimeout as pause } from 'node:timers/promises';
import type { Side } from '../sides/side.ts';

type Stepping = Pick<Side, 'step'>;

/** Two steps taken one right after the other, in milliseconds; `peer` only where there is one. */
export interface Pair {
  ours: number;
  peer?: number;
}

/** Threads that spin for more work after a step shall be at rest before the other side's begins. */
const pauseMs = 50;

/** Asks both sides in turn, so that whatever else the machine does meets both; who begins alternates. Yields pair by pair. */
export async function* interleave(
  ours: Stepping,
  peer: Stepping | undefined,
  rounds: number,
): AsyncGenerator<Pair> {
  for (let round = 0; round < rounds; round++) {
    if (!peer) {
      yield { ours: await step(ours) };
    } else if (round % 2 === 0) {
      yield { ours: await step(ours), peer: await step(peer) };
    } else {
      const peerMs = await step(peer);
      yield { ours: await step(ours), peer: peerMs };
    }
  }
}

async function step(side: Stepping): Promise<number> {
  await pause(pauseMs);
  return side.step();
}
