import type { Note, NoteCursor, NotePage } from '@kindred/core';
import { decodeCursor, foreignCursor } from '../../connections/cursor.ts';
import { type Page, pageOf } from '../../connections/page.ts';
import { checkFirst, type PageArgs } from '../../connections/page-args.ts';
import { isUuid } from '../../ids.ts';

/** A page of notes, by whatever `find` asks for. Throws BAD_INPUT for a page of no size, or a cursor of another list. */
export async function notePage(
  { first, after }: PageArgs,
  find: (page: { first: number; after: NoteCursor | null }) => Promise<NotePage>,
): Promise<Page<Note>> {
  checkFirst(first);
  const { notes, ...rest } = await find({ first, after: after == null ? null : readCursor(after) });
  // A note that is taken out takes no cursor along: it says where it stood.
  return pageOf(notes, ({ createdAt, id }) => `${createdAt.getTime()} ${id}`, rest);
}

function readCursor(cursor: string): NoteCursor {
  const [time = '', id = ''] = decodeCursor(cursor).split(' ');
  if (!/^\d{1,13}$/.test(time) || !isUuid(id)) throw foreignCursor(cursor);
  return { createdAt: new Date(Number(time)), id };
}
