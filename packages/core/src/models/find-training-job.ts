import type { Database } from '../database/database.ts';
import { Job } from '../jobs/job.entity.ts';
import { trainModelJob } from './train-model.job.ts';

/** The job that gives this model its weights, whatever its status. */
export async function findTrainingJob(db: Database, modelId: string): Promise<Job | null> {
  return db.getRepository(Job).findOneBy({ modelId, name: trainModelJob.name });
}
