import { evaluateEnsembleJob, Job } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

interface EnsembleJobKey {
  experimentId: string;
  /** That of the job. */
  payload: object;
}

/** The newest job that measures an ensemble so. */
export function createEnsembleJobLoader(db: DataSource) {
  return new DataLoader(
    async (keys: readonly EnsembleJobKey[]) => {
      const found: { id: string | null }[] = await db.query(
        `select newest.id
           from unnest($1::uuid[], $2::jsonb[]) with ordinality as asked(experiment_id, payload, place)
           left join lateral (
             select id from job
              where experiment_id = asked.experiment_id and name = $3 and payload = asked.payload
              order by created_at desc, id limit 1
           ) as newest on true
          order by asked.place`,
        [
          keys.map(({ experimentId }) => experimentId),
          keys.map(({ payload }) => JSON.stringify(payload)),
          evaluateEnsembleJob.name,
        ],
      );
      const ids = found.map(({ id }) => id);
      const jobs = await db.getRepository(Job).findBy({ id: In(ids.filter((id) => id !== null)) });
      return inOrder(ids, jobs, ({ id }) => id);
    },
    { cacheKeyFn: ({ experimentId, payload }) => `${experimentId} ${JSON.stringify(payload)}` },
  );
}
