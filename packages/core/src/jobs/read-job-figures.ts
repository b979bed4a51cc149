import type { Database } from '../database/database.ts';
import { deliveryQueue } from './delivery-queue.ts';
import type { JobStatus } from './job.entity.ts';

export interface JobFigures {
  /** Of every kind and status that there is. */
  counts: { kind: string; status: JobStatus; count: number }[];
  /** Jobs that a worker could take now. */
  ready: number;
  /** Seconds since the oldest of them became ready; 0 where there is none. */
  oldestReadySeconds: number;
}

/** How all the jobs stand, by two statements. pg-boss alone knows since when a job is ready, so its deliveries are asked. */
export async function readJobFigures(db: Database): Promise<JobFigures> {
  const [counts, [queue]] = await Promise.all([
    db.query('select name as kind, status, count(*)::integer as count from job group by name, status'),
    db.query(
      `select count(*)::integer as ready,
              coalesce(extract(epoch from now() - min(greatest(created_on, start_after))), 0)::float as "oldestReadySeconds"
         from pgboss.job where name = $1 and state in ('created', 'retry') and start_after <= now()`,
      [deliveryQueue],
    ),
  ]);
  return { counts, ...queue };
}
