import type { Scenario } from '../scenario.ts';
import { takeOverOf } from '../take-over.ts';

/** Its heartbeat tells, 10 s. */
const longestSeconds = 15;

export const workerKilled: Scenario = {
  name: 'worker killed in mid-training',
  async run(arena) {
    const { experimentId, job, busy } = await arena.startTraining();
    busy.signal('SIGKILL');
    const { seconds, wrong } = await takeOverOf(arena.db, job);
    if (seconds > longestSeconds) wrong.push(`taken over after more than ${longestSeconds} s`);
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: seconds, wrong };
  },
};
