import type { EntityManager } from 'typeorm';
import { Job } from './job.entity.ts';

/** An experiment's job of this name and payload that isn't finished. */
export function findJobUnderWay(
  transaction: EntityManager,
  { experimentId, name, payload }: { experimentId: string; name: string; payload: object },
): Promise<Job | null> {
  return transaction
    .createQueryBuilder(Job, 'job')
    .where('job.experimentId = :experimentId', { experimentId })
    .andWhere('job.name = :name', { name })
    .andWhere("job.status in ('waiting', 'queued', 'running')")
    .andWhere('job.payload = cast(:payload as jsonb)', { payload: JSON.stringify(payload) })
    .getOne();
}
