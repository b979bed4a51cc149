import type { DataSource } from 'typeorm';
import type { JobQueue } from './job-queue.ts';

/** Hands over again what our table calls queued or running and the queue has lost, as after a restored backup. Answers how many. */
export async function resumeJobs(db: DataSource, queue: JobQueue): Promise<number> {
  throw new Error(`${db} ${queue}`);
}
