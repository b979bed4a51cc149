import type { DataSource } from 'typeorm';
import type { JobQueue } from '../jobs/job-queue.ts';
import { Experiment } from './experiment.entity.ts';
import { firstExperiment } from './first-experiment.ts';
import { storeExperiment } from './store-experiment.ts';

/** Any number that nobody else locks. */
const firstExperimentLock = 4_719_363;

/**
 * Starts the first experiment on a database without any; null where there is one. Safe when two processes try.
 * Throws UNAVAILABLE before the first worker has published its catalogue.
 */
export async function queueFirstExperiment(db: DataSource, queue: JobQueue): Promise<Experiment | null> {
  return db.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [firstExperimentLock]);
    if (await transaction.exists(Experiment)) return null;
    return storeExperiment(transaction, queue, firstExperiment);
  });
}
