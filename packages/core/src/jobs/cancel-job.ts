import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { cancelJobs } from './cancel-jobs.ts';
import { Job, openStatuses } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { jobsAfter } from './related-jobs.ts';
import { requireJob } from './require-job.ts';

/**
 * Cancels a job with all that waits for it; its experiment too, if that planned it. Its worker hears of it when this commits.
 * What it has stored stays, also how far a training has come. Throws NOT_FOUND for an unknown job, CONFLICT for one that has
 * ended; one that is cancelled already is left as it is.
 */
export async function cancelJob(db: DataSource, queue: JobQueue, id: string): Promise<Job> {
  return db.transaction(async (transaction) => {
    const job = await requireJob(transaction, id);
    if (job.status === 'cancelled') return job;
    if (!openStatuses.includes(job.status))
      throw new DomainError(
        'CONFLICT',
        `The job ${job.name} is ${job.status}: there is nothing left to cancel.`,
      );
    await cancelJobs(transaction, queue, [job, ...(await jobsAfter(transaction, job))]);
    return transaction.findOneByOrFail(Job, { id });
  });
}
