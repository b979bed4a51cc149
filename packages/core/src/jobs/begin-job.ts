import type { DataSource } from 'typeorm';
import type { Job } from './job.entity.ts';

/** Marks a job as running, and its experiment. Null when there is nothing to do: it is done, failed or cancelled. */
export async function beginJob(db: DataSource, id: string): Promise<Job | null> {
  throw new Error(`${db} ${id}`);
}
