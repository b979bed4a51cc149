import type { EntityManager } from 'typeorm';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Job } from './job.entity.ts';
import type { JobQueue } from './job-queue.ts';

type Wish = Pick<Job, 'experimentId' | 'name' | 'payload'> & Partial<Pick<Job, 'modelId' | 'weight'>>;

/** The job that somebody asks for: one that is under way, or a new one, queued. The caller holds the experiment's lock. */
export async function requestJob(transaction: EntityManager, queue: JobQueue, wish: Wish): Promise<Job> {
  const underWay = await findJobUnderWay(transaction, wish);
  if (underWay) return underWay;
  const job = await transaction.save(
    transaction.create(Job, { ...wish, dependsOn: [], requested: true, status: 'queued' }),
  );
  await queue.enqueue(transaction, [job]);
  await notifyExperiment(transaction, wish.experimentId);
  return job;
}

/** An experiment's job of this name and payload that isn't finished. */
function findJobUnderWay(
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
