import type { Database } from '../database/database.ts';

export interface JobCounts {
  /** That a worker could take. */
  queued: number;
  running: number;
}

/** How many jobs of all experiments a worker could take, and how many one has. */
export async function countJobs(db: Database): Promise<JobCounts> {
  const [counts] = await db.query(
    `select count(*) filter (where status = 'queued')::integer as queued,
            count(*) filter (where status = 'running')::integer as running
       from job where status in ('queued', 'running')`,
  );
  return counts;
}
