import type { Scenario } from '../scenario.ts';
import { takeOverOf } from '../take-over.ts';

/** A worker that is frozen is taken for dead, while the process that computes for it goes on. */
export const twoWorkersOnOneJob: Scenario = {
  name: 'two workers on one job',
  async run(arena) {
    const { experimentId, job, busy } = await arena.startTraining();
    for (const pid of busy.computing()) process.kill(pid, 'SIGSTOP');
    busy.signal('SIGSTOP');
    const { seconds, wrong } = await takeOverOf(arena.db, job);
    for (const pid of busy.computing()) process.kill(pid, 'SIGCONT');
    busy.signal('SIGCONT');
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: seconds, wrong };
  },
};
