import type { Scenario } from '../scenario.ts';
import { takeOverOf } from '../take-over.ts';

export const computingProcessKilled: Scenario = {
  name: 'computing process killed',
  async run(arena) {
    const { experimentId, job, busy } = await arena.startTraining();
    for (const pid of busy.computing()) process.kill(pid, 'SIGKILL');
    const { seconds, wrong } = await takeOverOf(arena.db, job);
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: seconds, wrong };
  },
};
