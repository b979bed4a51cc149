import { Job, jobDefinitions } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

export interface JobPageKey {
  experimentId: string;
  first: number;
  /** Id of the last job of the page before; null for the first page. */
  after: string | null;
}

interface Place {
  page: number;
  id: string;
}

/** Without the payload, which names every picture of a rendering. */
const shown = {
  id: true,
  experimentId: true,
  modelId: true,
  name: true,
  status: true,
  error: true,
  progressDone: true,
  progressTotal: true,
  progressUnit: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const;

const byPriority = [...jobDefinitions].sort((a, b) => b.priority - a.priority).map(({ name }) => name);

/** The ids of each page, and of one job more if there is one. */
const placesOfPages = `
  with placed as (
    select job.id, job.experiment_id,
           row_number() over (
             partition by job.experiment_id
             order by job.created_at, model.position nulls last, array_position($1::text[], job.name), job.id
           ) as place_in_family
      from job left join model on model.id = job.model_id
     where job.experiment_id = any($2::uuid[])
  ), asked as (
    select * from unnest($2::uuid[], $3::integer[], $4::uuid[]) with ordinality as asked(experiment_id, first, after, page)
  )
  select asked.page::integer as page, placed.id
    from asked
    left join placed as last on last.id = asked.after
    join placed on placed.experiment_id = asked.experiment_id
     and placed.place_in_family > coalesce(last.place_in_family, 0)
     and placed.place_in_family <= coalesce(last.place_in_family, 0) + asked.first + 1
   order by asked.page, placed.place_in_family`;

/** The jobs of a page and one more if there is one: as asked for, then in the order of the family, training first. */
export function createJobPageLoader(db: DataSource) {
  return new DataLoader(
    async (keys: readonly JobPageKey[]) => {
      const places: Place[] = await db.query(placesOfPages, [
        byPriority,
        keys.map(({ experimentId }) => experimentId),
        keys.map(({ first }) => first),
        keys.map(({ after }) => after),
      ]);
      const ids = places.map(({ id }) => id);
      const found = await db.getRepository(Job).find({ where: { id: In(ids) }, select: shown });
      const jobs = inOrder(ids, found, ({ id }) => id);
      return keys.map(
        (_, index) => jobs.filter((job, place) => job && places[place]!.page === index + 1) as Job[],
      );
    },
    { cacheKeyFn: ({ experimentId, first, after }) => `${experimentId} ${first} ${after}` },
  );
}
