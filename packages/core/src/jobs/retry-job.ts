import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { endedBadly, Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';
import { jobsAfter, jobsBefore } from './related-jobs.ts';
import { requireJob } from './require-job.ts';
import { retryJobs } from './retry-jobs.ts';

/**
 * Queues a job again that failed or was cancelled, with what it waits for and what waits for it, as far as those ended so too.
 * A training that was cancelled goes on from its last checkpoint. Throws NOT_FOUND for an unknown job, CONFLICT for one that is
 * done; one that is under way is left as it is.
 */
export async function retryJob(db: DataSource, queue: JobQueue, id: string): Promise<Job> {
  return db.transaction(async (transaction) => {
    const job = await requireJob(transaction, id);
    if (job.status === 'done')
      throw new DomainError('CONFLICT', `The job ${job.name} is done: there is nothing to try again.`);
    if (!endedBadly.includes(job.status)) return job;
    const related = [...(await jobsBefore(transaction, job)), ...(await jobsAfter(transaction, job))];
    await retryJobs(transaction, queue, job.experimentId, [job, ...related]);
    return transaction.findOneByOrFail(Job, { id });
  });
}
