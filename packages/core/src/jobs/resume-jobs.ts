import { type DataSource, In } from 'typeorm';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';

/**
 * Hands over again what our table calls queued or running and the queue has lost, as after a restored backup.
 * Answers how many. A job handed over twice does no harm: the second delivery finds it done, or repeats it.
 */
export async function resumeJobs(db: DataSource, queue: JobQueue): Promise<number> {
  const open = await db.getRepository(Job).findBy({ status: In(['queued', 'running']) });
  const lost: Job[] = [];
  for (const job of open) {
    if (!(await queue.isDelivered(job.id))) lost.push(job);
  }
  await db.transaction(async (transaction) => {
    await transaction.update(
      Job,
      { id: In(lost.map(({ id }) => id)), status: 'running' },
      { status: 'queued' },
    );
    await queue.enqueue(transaction, lost);
  });
  return lost.length;
}
