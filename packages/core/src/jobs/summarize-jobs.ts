import type { Database } from '../database/database.ts';

/** How the jobs of an experiment stand. */
export interface JobSummary {
  experimentId: string;
  /** Jobs done. */
  done: number;
  /** Jobs in all. */
  total: number;
  /** The share of all their work that is done, 0 to 1; running jobs count by their own progress. */
  share: number;
  /** The reason of the first failed job that the experiment planned. */
  error: string | null;
}

/** A summary for each of these experiments that has jobs, in no order. */
export function summarizeJobs(db: Database, experimentIds: readonly string[]): Promise<JobSummary[]> {
  return db.query(
    `select experiment_id as "experimentId",
            count(*)::integer as total,
            count(*) filter (where status = 'done')::integer as done,
            sum(weight * case status
              when 'done' then 1
              when 'running' then coalesce(progress_done::double precision / nullif(progress_total, 0), 0)
              else 0
            end) / sum(weight) as share,
            (array_agg(error order by finished_at)
              filter (where status = 'failed' and not requested))[1] as error
       from job where experiment_id = any($1) group by experiment_id`,
    [experimentIds],
  );
}
