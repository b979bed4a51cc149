import { pause } from './pause.ts';

const firstPauseMs = 200;

/** Tries again, after a pause that doubles each time, while the failure allows it and tries are left. */
export async function withRetries<Answer>(
  attempt: () => Promise<Answer>,
  retries: number,
  mayTryAgain: (error: unknown) => boolean,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (failures >= retries || !mayTryAgain(error)) throw error;
      await pause(firstPauseMs * 2 ** failures, signal);
    }
  }
}
