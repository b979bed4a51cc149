import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { cancelJobs } from '../jobs/cancel-jobs.ts';
import { Job, openStatuses } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { Experiment } from './experiment.entity.ts';
import { requireExperiment } from './require-experiment.ts';

/**
 * Cancels all jobs of an experiment that haven't ended, those asked for beside its plan too; what is stored stays. Throws
 * NOT_FOUND for an unknown experiment, CONFLICT for one of which nothing is left to do; one that is cancelled is left as it is.
 */
export async function cancelExperiment(db: DataSource, queue: JobQueue, id: string): Promise<Experiment> {
  return db.transaction(async (transaction) => {
    const { name, status } = await requireExperiment(transaction, id);
    const jobs = await transaction.findBy(Job, { experimentId: id });
    const isOpen = jobs.some((job) => openStatuses.includes(job.status));
    if (!isOpen && status !== 'cancelled')
      throw new DomainError('CONFLICT', `"${name}" is ${status}: there is nothing left to cancel.`);
    await cancelJobs(transaction, queue, jobs);
    return transaction.findOneByOrFail(Experiment, { id });
  });
}
