import type { Transport } from './exchange.ts';
import { KindredError } from './kindred-error.ts';
import { pause } from './pause.ts';

const firstPauseMs = 200;

/**
 * Tries again, after a pause that doubles each time, while the failure allows it and tries are left. Where the API says when to come
 * back, then, unless that is longer off than `patienceMs`.
 */
export async function withRetries<Answer>(
  attempt: () => Promise<Answer>,
  { retries, patienceMs }: Pick<Transport, 'retries' | 'patienceMs'>,
  mayTryAgain: (error: unknown) => boolean,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      const pauseMs = Math.max(firstPauseMs * 2 ** failures, askedPauseMs(error));
      if (failures >= retries || pauseMs > patienceMs || !mayTryAgain(error)) throw error;
      await pause(pauseMs, signal);
    }
  }
}

function askedPauseMs(error: unknown): number {
  return (error instanceof KindredError && error.retryAfterMs) || 0;
}
