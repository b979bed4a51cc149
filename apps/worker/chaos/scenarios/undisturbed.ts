import type { Scenario } from '../scenario.ts';

/** What the numbers of all others are compared with. */
export const undisturbed: Scenario = {
  name: 'undisturbed',
  async run(arena) {
    const { experimentId } = await arena.startTraining();
    await arena.untilItEnds(experimentId);
    return { experimentId, takeOverSeconds: null };
  },
};
