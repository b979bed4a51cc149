import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from '../scenario.ts';
import { takeOverOf } from '../take-over.ts';

/** More than the first two pauses between attempts. */
const fullMs = 5_000;

export const diskFull: Scenario = {
  name: `disk full for ${fullMs / 1000} s`,
  async run(arena) {
    const { experimentId, job } = await arena.startTraining();
    await writeFile(arena.fullDisk, '');
    const [{ seconds, wrong }] = await Promise.all([
      takeOverOf(arena.db, job),
      sleep(fullMs).then(() => rm(arena.fullDisk)),
    ]);
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: seconds, wrong };
  },
};
