import type { EntityManager } from 'typeorm';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { Job } from './job.entity.ts';

/**
 * The job, once nobody else changes the jobs of its experiment, until the transaction ends; null when it is gone. Whoever
 * changes a job's status locks its experiment before any row, so that no two wait for each other.
 */
export async function lockJob(transaction: EntityManager, id: string): Promise<Job | null> {
  const found = await transaction.findOneBy(Job, { id });
  if (!found) return null;
  await lockExperiment(transaction, found.experimentId);
  return transaction.findOneBy(Job, { id });
}
