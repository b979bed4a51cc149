import type { EntityManager } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';

type Wish = Pick<Job, 'experimentId' | 'name' | 'payload'> & Partial<Pick<Job, 'modelId' | 'weight'>>;

/**
 * The job that somebody asks for: one that is under way, or a new one, queued. The caller holds the experiment's lock.
 * @param after the job that it has to wait for, if any
 */
export async function requestJob(
  transaction: EntityManager,
  queue: JobQueue,
  wish: Wish,
  after: Pick<Job, 'id'> | null = null,
): Promise<Job> {
  const underWay = await findUnderWay(transaction, wish);
  if (underWay) return underWay;
  const job = await transaction.save(
    transaction.create(Job, {
      ...wish,
      dependsOn: after ? [after.id] : [],
      requested: true,
      status: after ? 'waiting' : 'queued',
    }),
  );
  if (!after) await queue.enqueue(transaction, [job]);
  await notifyExperiment(transaction, wish.experimentId);
  return job;
}

/** The experiment's job of this name and payload that isn't finished. */
function findUnderWay(
  transaction: EntityManager,
  { experimentId, name, payload }: Wish,
): Promise<Job | null> {
  return transaction
    .createQueryBuilder(Job, 'job')
    .where('job.experimentId = :experimentId', { experimentId })
    .andWhere('job.name = :name', { name })
    .andWhere("job.status in ('waiting', 'queued', 'running')")
    .andWhere('job.payload = cast(:payload as jsonb)', { payload: JSON.stringify(payload) })
    .getOne();
}
