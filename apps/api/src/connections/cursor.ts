import { DomainError } from '@kindred/core';
import { isUuid } from '../ids.ts';

/** Cursors are opaque to clients, so that what they hold may change. */
export function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

export function decodeCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}

/** The id in the cursor of a list of rows; null without a cursor. Throws BAD_INPUT for a cursor of another list. */
export function decodeIdCursor(cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  const id = decodeCursor(cursor);
  if (!isUuid(id)) throw foreignCursor(cursor);
  return id;
}

/** The refusal of a cursor that this list did not give. */
export function foreignCursor(cursor: string): DomainError {
  return new DomainError(
    'BAD_INPUT',
    `after: "${cursor.slice(0, 80)}" is not a cursor of this list: take the endCursor of the page before.`,
  );
}
