import type { TimeCursor, TimePage } from '@kindred/core';
import { isUuid } from '../ids.ts';
import { decodeCursor, foreignCursor } from './cursor.ts';
import { type Page, pageOf } from './page.ts';
import { checkFirst, type PageArgs } from './page-args.ts';

/** A page of rows that come the newest first, by whatever `find` asks for. Throws BAD_INPUT for a page of no size, or a cursor of another list. */
export async function newestPage<Row extends TimeCursor>(
  { first, after }: PageArgs,
  find: (page: { first: number; after: TimeCursor | null }) => Promise<TimePage<Row>>,
): Promise<Page<Row>> {
  checkFirst(first);
  const { rows, ...rest } = await find({ first, after: after == null ? null : readCursor(after) });
  // A row that is taken out takes no cursor along: it says where it stood.
  return pageOf(rows, ({ createdAt, id }) => `${createdAt.getTime()} ${id}`, rest);
}

function readCursor(cursor: string): TimeCursor {
  const [time = '', id = ''] = decodeCursor(cursor).split(' ');
  if (!/^\d{1,13}$/.test(time) || !isUuid(id)) throw foreignCursor(cursor);
  return { createdAt: new Date(Number(time)), id };
}
