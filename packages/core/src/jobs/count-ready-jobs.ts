import type { Database } from '../database/database.ts';
import { countJobs } from './count-jobs.ts';

/** Jobs of all experiments that a worker runs or could run now. */
export async function countReadyJobs(db: Database): Promise<number> {
  const { queued, running } = await countJobs(db);
  return queued + running;
}
