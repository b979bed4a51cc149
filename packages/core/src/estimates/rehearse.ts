import type { DataSource, EntityManager } from 'typeorm';
import type { ExpectedJob } from './expected-job.ts';

/**
 * The jobs that a request would queue: it is made in a transaction that is taken back, with its deliveries and notices, so that it is
 * refused and spared work as in earnest, and nothing is kept. Throws what the request throws.
 */
export async function rehearse(
  db: DataSource,
  request: (transaction: EntityManager) => Promise<unknown>,
): Promise<ExpectedJob[]> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    await request(runner.manager);
    // What the transaction made carries the time that it began.
    return await runner.query(
      `select job.name, job.weight, model.kind, config #>> '{parent,architecture}' as architecture,
              config #>> '{data,name}' as dataset
         from job
         join experiment on experiment.id = job.experiment_id
         left join model on model.id = job.model_id
        where job.created_at = now()`,
    );
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
