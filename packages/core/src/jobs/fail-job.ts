import { type DataSource, type EntityManager, In } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { Job } from './job.entity.ts';
import { lockJob } from './lock-job.ts';
import { jobsAfter } from './related-jobs.ts';
import { failWishes } from './wishes.ts';

/**
 * Records an attempt that came to nothing. Not final: the job is queued again. Final: it failed, with a reason for a person;
 * the jobs that wait for it are cancelled, the pictures that were theirs or its own failed, and so did the experiment that
 * planned it.
 */
export async function failJob(
  db: DataSource,
  id: string,
  error: unknown,
  { final }: { final: boolean },
): Promise<void> {
  await db.transaction(async (transaction) => {
    const job = await lockJob(transaction, id);
    if (!job) return;
    const open = final ? In(['queued', 'running']) : 'running';
    const reason = error instanceof Error ? error.message : String(error);
    const change = final
      ? ({ status: 'failed', error: reason, finishedAt: new Date() } as const)
      : ({ status: 'queued', startedAt: null } as const);
    const { affected } = await transaction.update(Job, { id, status: open }, change);
    if (!affected) return;
    if (final) await failWhatFollows(transaction, job, reason);
    await notifyExperiment(transaction, job.experimentId);
  });
}

async function failWhatFollows(transaction: EntityManager, job: Job, reason: string): Promise<void> {
  const after = await jobsAfter(transaction, job);
  const waiting = after.filter(({ status }) => status === 'waiting');
  await transaction.update(
    Job,
    { id: In(waiting.map(({ id }) => id)) },
    { status: 'cancelled', finishedAt: new Date() },
  );
  for (const each of [job, ...waiting]) await failWishes(transaction, each, reason);
  if (job.requested) return;
  await transaction.update(
    Experiment,
    { id: job.experimentId, status: In(['queued', 'running']) },
    { status: 'failed', finishedAt: new Date() },
  );
}
