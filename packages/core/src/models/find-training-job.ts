import type { Database } from '../database/database.ts';
import { Job } from '../jobs/job.entity.ts';
import type { Model } from './model.entity.ts';
import { trainModelJob } from './train-model.job.ts';

/** The job that gives this model its weights, whatever its status; a checkpoint's is that of the model that it became. */
export async function findTrainingJob(
  db: Database,
  { id, finalId }: Pick<Model, 'id' | 'finalId'>,
): Promise<Job | null> {
  return db.getRepository(Job).findOneBy({ modelId: finalId ?? id, name: trainModelJob.name });
}
