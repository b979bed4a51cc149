import { Job } from '@kindred/core';
import type { DataSource } from 'typeorm';
import { tinyExperiment } from './tiny-experiment.ts';
import { until } from './until.ts';

export interface TakeOver {
  seconds: number;
  /** Where the new attempt didn't go on behind the checkpoint. */
  wrong: string[];
}

/** Until the job that ran before runs again, and where it begins. */
export async function takeOverOf(db: DataSource, before: Job): Promise<TakeOver> {
  const lostAt = performance.now();
  const { id } = before;
  const again = () =>
    db.manager
      .findOneByOrFail(Job, { id })
      .then((job) => (job.startedAt && job.startedAt > before.startedAt! ? job : null));
  await until('the job is taken over', again);
  const seconds = (performance.now() - lostAt) / 1000;
  const { progressDone } = await until('its next attempt comes to a step', async () => {
    const job = await again();
    return job && (job.progressDone > 0 || job.status === 'done') ? job : null;
  });
  const anew = progressDone <= tinyExperiment.parent.batchSize;
  return { seconds, wrong: anew ? ['began anew, not behind its checkpoint'] : [] };
}
