import { setTimeout as sleep } from 'node:timers/promises';
import { outlast } from '@kindred/core';

const pollMs = 100;

/** The first answer that isn't null or false. Throws an Error naming what was waited for when it doesn't come. */
export async function until<Answer>(
  what: string,
  look: () => Promise<Answer | null | false>,
  timeoutMs = 180_000,
): Promise<Answer> {
  for (const end = performance.now() + timeoutMs; performance.now() < end; await sleep(pollMs)) {
    const answer = await outlast(look);
    if (answer !== null && answer !== false) return answer;
  }
  throw new Error(`It took more than ${timeoutMs / 1000} s until ${what}.`);
}
