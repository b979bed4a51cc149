import type { DataSource } from 'typeorm';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Experiment } from './experiment.entity.ts';

/** Stores an experiment with its models, wished pictures and jobs, and queues what can run: all or nothing. */
export async function startExperiment(db: DataSource, queue: JobQueue, input: unknown): Promise<Experiment> {
  throw new Error(`${db} ${queue} ${input}`);
}
