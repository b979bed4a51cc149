import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from './experiment.entity.ts';

export interface ExperimentPage {
  /** Newest first. */
  experiments: Experiment[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

/** A page of the experiments of a workspace, or of all. `after` is the id of the last one of the page before; NOT_FOUND if it is gone. */
export async function findExperiments(
  db: DataSource,
  { first, after, workspaceId }: { first: number; after?: string | null; workspaceId?: string | null },
): Promise<ExperimentPage> {
  const experiments = db.getRepository(Experiment);
  const page = experiments
    .createQueryBuilder('experiment')
    .orderBy({ 'experiment.createdAt': 'DESC', 'experiment.id': 'DESC' })
    .where(workspaceId ? { workspaceId } : {})
    .take(first + 1);
  if (after) {
    await checkCursor(db, after);
    // The row is looked up in SQL: a Date has milliseconds where PostgreSQL has microseconds.
    page.andWhere(
      '(experiment.created_at, experiment.id) < (select created_at, id from experiment where id = :after)',
      { after },
    );
  }
  const [found, totalCount] = await Promise.all([
    page.getMany(),
    experiments.countBy(workspaceId ? { workspaceId } : {}),
  ]);
  return { experiments: found.slice(0, first), hasNextPage: found.length > first, totalCount };
}

async function checkCursor(db: DataSource, after: string): Promise<void> {
  const [{ known }] = await db.query('select exists (select from experiment where id::text = $1) as known', [
    after,
  ]);
  if (!known) {
    throw new DomainError(
      'NOT_FOUND',
      `No experiment "${after}" to go on after: ask for the first page again.`,
    );
  }
}
