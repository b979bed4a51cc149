import type { Database } from '../database/database.ts';
import { arithmeticAStep } from '../jobs/expected-work.ts';
import { sharedKinds } from '../methods/methods.ts';
import { type ExpectedJob, workInSql } from './expected-job.ts';

/** Finished jobs that a rate is taken from, the newest. */
const jobsOfARate = 20;

export type JobKind = Pick<ExpectedJob, 'name' | 'architecture' | 'dataset'>;

/**
 * Seconds that a unit of a job's work took here, median over the newest finished jobs of the same name, architecture and dataset; in
 * order, null where none has finished. The median, since a job that finds its results there takes no time. What was imported took its
 * time elsewhere.
 */
export async function measuredRates(db: Database, kinds: readonly JobKind[]): Promise<(number | null)[]> {
  const rows: { rate: number | null }[] = await db.query(
    `select (
       select percentile_cont(0.5) within group (order by seconds / work) from (
         select extract(epoch from job.finished_at - job.started_at)::double precision as seconds, ${workInSql} as work
           from job
           join experiment on experiment.id = job.experiment_id
           left join model on model.id = job.model_id
          where job.name = asked.name and job.status = 'done' and imported_at is null
            and config #>> '{parent,architecture}' = asked.architecture and config #>> '{data,name}' = asked.dataset
          order by job.finished_at desc
          limit ${jobsOfARate}
       ) as newest
     ) as rate
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(name, architecture, dataset, place)
     order by asked.place`,
    [
      kinds.map(({ name }) => name),
      kinds.map(({ architecture }) => architecture),
      kinds.map(({ dataset }) => dataset),
    ],
  );
  return rows.map(({ rate }) => rate);
}

export type Network = Pick<ExpectedJob, 'architecture' | 'dataset'>;

/**
 * Floating-point operations of a pass forwards of an image of the dataset through the architecture, by the newest training whose
 * operations were counted; in order, null where there is none.
 */
export async function countedPasses(db: Database, networks: readonly Network[]): Promise<(number | null)[]> {
  const rows: { operations: number | null }[] = await db.query(
    `select (
       select (training ->> 'flops')::double precision
              / ($3 * (training ->> 'steps')::double precision * (training ->> 'batchSize')::double precision)
         from model
         join experiment on experiment.id = model.experiment_id
        where config #>> '{parent,architecture}' = asked.architecture and config #>> '{data,name}' = asked.dataset
          and (training ->> 'flops')::double precision > 0 and model.kind <> all($4) and imported_at is null
        order by model.created_at desc
        limit 1
     ) as operations
     from unnest($1::text[], $2::text[]) with ordinality as asked(architecture, dataset, place)
     order by asked.place`,
    [
      networks.map(({ architecture }) => architecture),
      networks.map(({ dataset }) => dataset),
      arithmeticAStep,
      sharedKinds,
    ],
  );
  return rows.map(({ operations }) => operations);
}
