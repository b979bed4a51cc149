import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import type { Job } from './job.entity.ts';
import { lockJob } from './lock-job.ts';

/** The job, locked with its experiment. Throws NOT_FOUND when there is none. */
export async function requireJob(transaction: EntityManager, id: string): Promise<Job> {
  const job = await lockJob(transaction, id);
  if (job) return job;
  throw new DomainError('NOT_FOUND', `No job has the id ${id}: an experiment lists its \`jobs\`.`);
}
