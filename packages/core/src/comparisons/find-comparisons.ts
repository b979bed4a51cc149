import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { findNewestPages, type TimePage, type TimeQuery } from '../database/find-newest-pages.ts';
import { SavedComparison } from './saved-comparison.entity.ts';

const id = `(asked.query ->> 'id')::uuid`;

/** Which comparisons a page is of. */
const found = {
  /** Of an experiment. */
  experiment: `experiment_id = ${id}`,
  /** Of the experiments of a workspace; of all, where the id is null. */
  workspace: `(${id} is null or exists (
    select from experiment where experiment.id = experiment_id and workspace_id = ${id}))`,
};

export interface ComparisonQuery extends TimeQuery {
  by: keyof typeof found;
  id: string | null;
}

/** Pages of saved comparisons that are found alike, the newest first, with who saved them. */
export function findComparisons(
  db: Database,
  by: ComparisonQuery['by'],
  queries: readonly ComparisonQuery[],
): Promise<TimePage<SavedComparison>[]> {
  return findNewestPages(db, { table: 'saved_comparison', condition: found[by] }, queries, (ids) =>
    db.getRepository(SavedComparison).find({ where: { id: In(ids) }, relations: { author: true } }),
  );
}
