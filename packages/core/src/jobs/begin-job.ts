import { type DataSource, In } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { Job } from './job.entity.ts';
import { lockJob } from './lock-job.ts';

/**
 * Marks a job as running, and its experiment. One that is running already starts over: its worker died.
 * Null when there is nothing to do: the job is gone, done, failed or cancelled.
 */
export async function beginJob(db: DataSource, id: string): Promise<Job | null> {
  return db.transaction(async (transaction) => {
    if (!(await lockJob(transaction, id))) return null;
    const now = new Date();
    const { affected } = await transaction.update(
      Job,
      { id, status: In(['queued', 'running']) },
      { status: 'running', startedAt: now, progressDone: 0, progressTotal: 0, progressUnit: '', error: null },
    );
    if (!affected) return null;
    const job = await transaction.findOneByOrFail(Job, { id });
    await transaction.update(
      Experiment,
      { id: job.experimentId, status: 'queued' },
      { status: 'running', startedAt: now },
    );
    await notifyExperiment(transaction, job.experimentId);
    return job;
  });
}
