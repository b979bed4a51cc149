import type { DataSource } from 'typeorm';
import type { TrainingCurve } from './training-curve.ts';

/** Stores how the training that a running job does has gone until now. Who looks hears of it by the job's progress. */
export async function reportCurve(db: DataSource, jobId: string, curve: TrainingCurve): Promise<void> {
  await db.query(
    `update model set training_curve = $2 from job
      where job.id = $1 and job.status = 'running' and model.id = job.model_id`,
    [jobId, curve],
  );
}
