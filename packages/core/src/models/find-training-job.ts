import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Job } from '../jobs/job.entity.ts';
import { pruneAndTuneJob } from './prune-and-tune.job.ts';
import { trainParentJob } from './train-parent.job.ts';
import { trainSnapshotJob } from './train-snapshot.job.ts';

/** Names of the jobs that give a model its weights. */
export const trainingJobNames: string[] = [trainParentJob.name, pruneAndTuneJob.name, trainSnapshotJob.name];

/** The job that gives this model its weights, whatever its status. */
export async function findTrainingJob(db: Database, modelId: string): Promise<Job | null> {
  return db.getRepository(Job).findOneBy({ modelId, name: In(trainingJobNames) });
}
