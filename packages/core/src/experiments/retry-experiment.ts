import { type DataSource, In } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { endedBadly, Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { retryJobs } from '../jobs/retry-jobs.ts';
import { Experiment } from './experiment.entity.ts';
import { requireExperiment } from './require-experiment.ts';

/**
 * Queues all jobs of an experiment again that failed or were cancelled. Throws NOT_FOUND for an unknown experiment, CONFLICT
 * for one whose jobs are all done; one that is under way is left as it is.
 */
export async function retryExperiment(db: DataSource, queue: JobQueue, id: string): Promise<Experiment> {
  return db.transaction(async (transaction) => {
    const { name, status } = await requireExperiment(transaction, id);
    const jobs = await transaction.findBy(Job, { experimentId: id, status: In(endedBadly) });
    if (jobs.length === 0 && status === 'done')
      throw new DomainError('CONFLICT', `"${name}" is done: none of its jobs failed or was cancelled.`);
    await retryJobs(transaction, queue, id, jobs);
    return transaction.findOneByOrFail(Experiment, { id });
  });
}
