import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from '../scenario.ts';

const restarts = 3;
const pauseMs = 2_000;

export const databaseRestarted: Scenario = {
  name: `database restarted ${restarts} times under load`,
  async run(arena) {
    const { experimentId } = await arena.startTraining();
    for (let restart = 0; restart < restarts; restart++) {
      await arena.restartDatabase();
      await sleep(pauseMs);
    }
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: null };
  },
};
