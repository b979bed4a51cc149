import { findNotes, type NotePage, type NoteQuery } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** Pages of notes, the newest first: a statement for all that are found alike. */
export function createNotesLoader(db: DataSource) {
  return new DataLoader(
    async (queries: readonly NoteQuery[]) => {
      const pages = new Map<NoteQuery, NotePage>();
      for (const by of new Set(queries.map((query) => query.by))) {
        const alike = queries.filter((query) => query.by === by);
        const found = await findNotes(db, by, alike);
        for (const [index, query] of alike.entries()) pages.set(query, found[index]!);
      }
      return queries.map((query) => pages.get(query)!);
    },
    { cacheKeyFn: (query) => JSON.stringify(query) },
  );
}
