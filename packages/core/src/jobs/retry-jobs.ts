import { type EntityManager, In } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { endedBadly, Job } from './job.entity.ts';
import type { DeliverableJob, JobQueue } from './job-queue.ts';
import { renewWishes } from './wishes.ts';

/** Queues jobs of one experiment again, whose lock the caller holds; those that didn't fail and weren't cancelled are left as they are. */
export async function retryJobs(
  transaction: EntityManager,
  queue: JobQueue,
  experimentId: string,
  jobs: readonly Job[],
): Promise<void> {
  const ended = jobs.filter(({ status }) => endedBadly.includes(status));
  const anew = { startedAt: null, finishedAt: null, error: null, progressDone: 0, progressTotal: 0 };
  const ids = ended.map(({ id }) => id);
  await transaction.update(Job, { id: In(ids) }, { status: 'waiting', ...anew });
  for (const job of ended) await renewWishes(transaction, job);
  await queue.enqueue(transaction, await releaseReady(transaction, ids));
  await reopenExperiment(transaction, experimentId);
  await notifyExperiment(transaction, experimentId);
}

/** Queues those of these jobs that wait for nothing that isn't done. */
async function releaseReady(transaction: EntityManager, ids: readonly string[]): Promise<DeliverableJob[]> {
  const [released] = await transaction.query(
    `update job set status = 'queued'
     where id = any($1) and not exists (
       select from job as other where other.id = any(job.depends_on) and other.status <> 'done'
     )
     returning id, name, model_id as "modelId"`,
    [ids],
  );
  return released;
}

/** An experiment that failed or was cancelled is under way again once no job that it planned has ended so. */
async function reopenExperiment(transaction: EntityManager, experimentId: string): Promise<void> {
  await transaction.query(
    `update experiment set status = case when started_at is null then 'queued' else 'running' end, finished_at = null
     where id = $1 and status = any($2)
       and not exists (select from job where experiment_id = $1 and not requested and status = any($2))`,
    [experimentId, endedBadly],
  );
}
