import { readFileSync } from 'node:fs';
import { migrate, openDatabase } from '@kindred/core';
import { startTemplateServer } from '@kindred/core/testing/server';
import type { Common } from '../rows/row.ts';
import { type FamilyShape, insertFamilies } from './insert-families.ts';

const functions = new URL('../../peers/postgraphile/functions.sql', import.meta.url);

/** A PostgreSQL with families, and with the functions of a schema of its own by which PostGraphile answers the same. */
export async function openFamilyDatabase(
  shape: FamilyShape,
  onPrepared: (share: number) => void,
): Promise<Common> {
  const server = await startTemplateServer(undefined);
  const db = await openDatabase(server.url);
  await migrate(db);
  await db.query(readFileSync(functions, 'utf8'));
  await insertFamilies(db, shape, (inserted) => onPrepared(inserted / shape.families));
  await db.destroy();
  return { variables: { DATABASE_URL: server.url }, stop: server.stop };
}
