import { setTimeout as sleep } from 'node:timers/promises';
import { isPassingTrouble } from './passing-trouble.ts';

const pauseMs = 500;

/** Does something again and again that may be done twice, while passing trouble keeps it from its end; for a minute by default. */
export async function outlast<Result>(attempt: () => Promise<Result>, patienceMs = 60_000): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassingTrouble(error) || performance.now() > until) throw error;
      await sleep(pauseMs);
    }
  }
}
