import type { DataSource } from 'typeorm';
import { experimentChannel } from '../events/experiment-channel.ts';

export interface JobProgress {
  done: number;
  total: number;
  /** `images`, `steps`, … */
  unit: string;
}

/** Stores how far a running job has come. The caller holds it to a few times a second. */
export async function reportProgress(
  db: DataSource,
  id: string,
  { done, total, unit }: JobProgress,
): Promise<void> {
  await db.query(
    `with reported as (
       update job set progress_done = $2, progress_total = $3, progress_unit = $4
       where id = $1 and status = 'running'
       returning experiment_id
     )
     select pg_notify($5, experiment_id::text) from reported`,
    [id, done, total, unit, experimentChannel],
  );
}
