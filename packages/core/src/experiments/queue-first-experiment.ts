import type { DataSource } from 'typeorm';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Experiment } from './experiment.entity.ts';

/** Starts the first experiment on a database without any; null where there is one. Safe when two processes try. */
export async function queueFirstExperiment(db: DataSource, queue: JobQueue): Promise<Experiment | null> {
  throw new Error(`${db} ${queue}`);
}
