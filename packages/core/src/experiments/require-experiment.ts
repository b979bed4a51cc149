import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from './experiment.entity.ts';
import { lockExperiment } from './lock-experiment.ts';

/** The experiment, locked. Throws NOT_FOUND when there is none. */
export async function requireExperiment(transaction: EntityManager, id: string): Promise<Experiment> {
  await lockExperiment(transaction, id);
  const experiment = await transaction.findOneBy(Experiment, { id });
  if (experiment) return experiment;
  throw new DomainError(
    'NOT_FOUND',
    `No experiment has the id ${id}: it is gone, or belongs to another workspace.`,
  );
}
