import type { EntityManager } from 'typeorm';
import { Job } from './job.entity.ts';

/** What waits for a job of the experiment, directly or not. */
export async function jobsAfter(
  transaction: EntityManager,
  { id, experimentId }: Pick<Job, 'id' | 'experimentId'>,
): Promise<Job[]> {
  const rows: { id: string }[] = await transaction.query(
    `with recursive after as (
       select id from job where experiment_id = $2 and $1 = any(depends_on)
       union
       select job.id from job join after on after.id = any(job.depends_on) where experiment_id = $2
     )
     select id from after`,
    [id, experimentId],
  );
  return load(transaction, rows);
}

/** What a job of the experiment waits for, directly or not. */
export async function jobsBefore(
  transaction: EntityManager,
  { id, experimentId }: Pick<Job, 'id' | 'experimentId'>,
): Promise<Job[]> {
  const rows: { id: string }[] = await transaction.query(
    `with recursive before as (
       select unnest(depends_on) as id from job where id = $1
       union
       select unnest(depends_on) from job join before using (id) where experiment_id = $2
     )
     select id from before`,
    [id, experimentId],
  );
  return load(transaction, rows);
}

function load(transaction: EntityManager, rows: readonly { id: string }[]): Promise<Job[]> {
  if (rows.length === 0) return Promise.resolve([]);
  return transaction
    .createQueryBuilder(Job, 'job')
    .whereInIds(rows.map(({ id }) => id))
    .getMany();
}
