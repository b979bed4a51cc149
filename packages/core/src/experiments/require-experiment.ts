import type { EntityManager } from 'typeorm';
import { Experiment } from './experiment.entity.ts';
import { lockExperiment } from './lock-experiment.ts';
import { noExperiment } from './no-experiment.ts';

/** The experiment, locked. Throws NOT_FOUND when there is none. */
export async function requireExperiment(transaction: EntityManager, id: string): Promise<Experiment> {
  await lockExperiment(transaction, id);
  const experiment = await transaction.findOneBy(Experiment, { id });
  if (experiment) return experiment;
  throw noExperiment(id);
}
