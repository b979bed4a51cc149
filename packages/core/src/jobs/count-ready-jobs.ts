import type { Database } from '../database/database.ts';

/** Jobs of all experiments that a worker runs or could run now. */
export async function countReadyJobs(db: Database): Promise<number> {
  const [{ count }] = await db.query(
    `select count(*)::integer as count from job where status in ('queued', 'running')`,
  );
  return count;
}
