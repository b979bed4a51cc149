import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from './experiment.entity.ts';
import { applyFilter, type ExperimentFilter, parseExperimentFilter } from './experiment-filter.ts';

export const experimentOrders = ['newest', 'oldest', 'name'] as const;
export type ExperimentOrder = (typeof experimentOrders)[number];

export interface ExperimentQuery {
  first: number;
  /** Id of the last one of the page before. */
  after?: string | null;
  filter?: ExperimentFilter | null;
  /** The newest first, unless given. */
  order?: ExperimentOrder;
  /** Those of one workspace; all there are, unless given. */
  workspaceId?: string | null;
}

export interface ExperimentPage {
  experiments: Experiment[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

/** What rows are ordered by before their ids, and how those of later pages compare with the last one of a page. */
const orders = {
  newest: { by: 'created_at', direction: 'DESC', beyond: '<' },
  oldest: { by: 'created_at', direction: 'ASC', beyond: '>' },
  name: { by: 'name', direction: 'ASC', beyond: '>' },
} as const;

/** A page of experiments. Throws NOT_FOUND if `after` is gone, BAD_INPUT for a filter that finds nothing by its values. */
export async function findExperiments(
  db: DataSource,
  { first, after, filter, order = 'newest', workspaceId }: ExperimentQuery,
): Promise<ExperimentPage> {
  const { by, direction, beyond } = orders[order];
  const query = db.getRepository(Experiment).createQueryBuilder('experiment');
  if (workspaceId) query.andWhere({ workspaceId });
  applyFilter(query, await parseExperimentFilter(db, filter ?? {}));
  const page = query.clone().orderBy(`experiment.${by}`, direction).addOrderBy('experiment.id', direction);
  if (after) {
    await checkCursor(db, after, workspaceId);
    // The row is looked up in SQL: a Date has milliseconds where PostgreSQL has microseconds.
    page.andWhere(
      `(experiment.${by}, experiment.id) ${beyond} (select ${by}, id from experiment where id = :after)`,
      { after },
    );
  }
  const [found, totalCount] = await Promise.all([page.limit(first + 1).getMany(), query.getCount()]);
  return { experiments: found.slice(0, first), hasNextPage: found.length > first, totalCount };
}

async function checkCursor(
  db: DataSource,
  id: string,
  workspaceId: string | null | undefined,
): Promise<void> {
  const row = { id, ...(workspaceId && { workspaceId }) };
  if (z.guid().safeParse(id).success && (await db.getRepository(Experiment).existsBy(row))) return;
  throw new DomainError('NOT_FOUND', `No experiment "${id}" to go on after: ask for the first page again.`);
}
