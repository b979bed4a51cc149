import type { DataSource, EntityManager } from 'typeorm';
import type { JobQueue } from './job-queue.ts';

/**
 * Stores a job's results, marks it done, queues the jobs that waited for it alone, and finishes the experiment after its last
 * job: all in one transaction. Nothing happens, and `store` isn't called, when the job isn't running any more.
 */
export async function completeJob(
  db: DataSource,
  queue: JobQueue,
  id: string,
  store?: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  throw new Error(`${db} ${queue} ${id} ${store}`);
}
