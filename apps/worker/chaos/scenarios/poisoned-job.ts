import { rm, writeFile } from 'node:fs/promises';
import { Job } from '@kindred/core';
import type { Scenario } from '../scenario.ts';

const reason = /ended with SIGKILL.* It was tried 3 times\.$/;

export const poisonedJob: Scenario = {
  name: 'a job kills its process each time',
  async run(arena) {
    const { experimentId } = await arena.startTraining();
    const { manager } = arena.db;
    const poisoned = await manager.findOneByOrFail(Job, {
      experimentId,
      name: 'evaluate-model',
      model: { name: 'child-1' },
    });
    const after = await manager.findOneByOrFail(Job, { experimentId, name: 'evaluate-ensemble' });
    await writeFile(arena.poison, poisoned.id);
    await arena.untilItEnds(experimentId);
    await rm(arena.poison);
    const { error } = await manager.findOneByOrFail(Job, { id: poisoned.id });
    return {
      experimentId,
      takeOverSeconds: null,
      meant: new Map([
        [poisoned.id, 'failed'],
        [after.id, 'cancelled'],
      ]),
      wrong: reason.test(error ?? '') ? [] : [`the reason is "${error}"`],
    };
  },
};
