import type { TimePage, TimeQuery } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** Pages of rows that come the newest first: a statement of `find` for all that are found alike. */
export function createNewestPagesLoader<Query extends TimeQuery & { by: string }, Row>(
  db: DataSource,
  find: (db: DataSource, by: Query['by'], queries: readonly Query[]) => Promise<TimePage<Row>[]>,
) {
  return new DataLoader(
    async (queries: readonly Query[]) => {
      const pages = new Map<Query, TimePage<Row>>();
      for (const by of new Set(queries.map((query) => query.by))) {
        const alike = queries.filter((query) => query.by === by);
        const found = await find(db, by, alike);
        for (const [index, query] of alike.entries()) pages.set(query, found[index]!);
      }
      return queries.map((query) => pages.get(query)!);
    },
    { cacheKeyFn: (query) => JSON.stringify(query) },
  );
}
