import type { DataSource, EntityManager } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Job } from './job.entity.ts';
import type { DeliverableJob, JobQueue } from './job-queue.ts';
import { lockJob } from './lock-job.ts';

/**
 * Stores a job's results, marks it done, queues the jobs that waited for it alone, and finishes the experiment after the last
 * that it planned: all in one transaction. Nothing happens, and `store` isn't called, when the job isn't running any more.
 */
export async function completeJob(
  db: DataSource,
  queue: JobQueue,
  id: string,
  store?: (transaction: EntityManager) => Promise<void>,
): Promise<void> {
  await db.transaction(async (transaction) => {
    const job = await lockJob(transaction, id);
    if (!job) return;
    const { affected } = await transaction.update(
      Job,
      { id, status: 'running' },
      { status: 'done', finishedAt: new Date(), progressDone: () => 'progress_total' },
    );
    if (!affected) return;
    await store?.(transaction);
    const { experimentId } = job;
    await queue.enqueue(transaction, await releaseDependents(transaction, id, experimentId));
    await finishExperiment(transaction, experimentId);
    await notifyExperiment(transaction, experimentId);
  });
}

/** Queues the waiting jobs whose last open dependency was this one. */
async function releaseDependents(
  transaction: EntityManager,
  id: string,
  experimentId: string,
): Promise<DeliverableJob[]> {
  const [released] = await transaction.query(
    `update job set status = 'queued'
     where experiment_id = $2 and status = 'waiting' and $1 = any(depends_on) and not exists (
       select from job as other where other.id = any(job.depends_on) and other.status <> 'done'
     )
     returning id, name, model_id as "modelId"`,
    [id, experimentId],
  );
  return released;
}

async function finishExperiment(transaction: EntityManager, experimentId: string): Promise<void> {
  await transaction.query(
    `update experiment set status = 'done', finished_at = now()
     where id = $1 and status = 'running'
       and not exists (select from job where experiment_id = $1 and not requested and status <> 'done')`,
    [experimentId],
  );
}
