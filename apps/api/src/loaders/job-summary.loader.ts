import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { inOrder } from './in-order.ts';

export interface JobSummary {
  experimentId: string;
  /** Jobs done. */
  done: number;
  /** Jobs in all. */
  total: number;
  /** Shares done of the jobs that are running, added up: two at a half make 1. */
  running: number;
  /** The first failed job's reason. */
  error: string | null;
}

/** How the jobs of an experiment stand; null for one without jobs. */
export function createJobSummaryLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const summaries: JobSummary[] = await db.query(
      `select experiment_id as "experimentId",
              count(*)::integer as total,
              count(*) filter (where status = 'done')::integer as done,
              coalesce(sum(progress_done::double precision / nullif(progress_total, 0))
                filter (where status = 'running'), 0) as running,
              (array_agg(error order by finished_at) filter (where status = 'failed'))[1] as error
         from job where experiment_id = any($1) group by experiment_id`,
      [experimentIds],
    );
    return inOrder(experimentIds, summaries, ({ experimentId }) => experimentId);
  });
}
