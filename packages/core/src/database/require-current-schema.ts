import { migrations } from '@kindred/migrations';
import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';

/**
 * Refuses a database whose tables this code doesn't know: another version of Kindred has changed them, or not yet. Throws CONFLICT
 * that says which, and what to do.
 */
export async function requireCurrentSchema(db: DataSource): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const ran = await readMigrations(db);
  const missing = known.filter((name) => !ran.includes(name));
  const unknown = ran.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new DomainError(
      'CONFLICT',
      `The database belongs to a newer Kindred: it has the change ${unknown.at(-1)}, which this code doesn't know. Bring this machine to the version of the one that runs npm start.`,
    );
  if (missing.length > 0)
    throw new DomainError(
      'CONFLICT',
      `The database belongs to an older Kindred: it lacks the change ${missing[0]}. Run npm start of this version on the machine that the database belongs to, which brings it up to date.`,
    );
}

/** The names of those that ran, oldest first; none in an empty database. */
async function readMigrations(db: DataSource): Promise<string[]> {
  const [{ exists }] = await db.query(`select to_regclass('migration') is not null as exists`);
  if (!exists) return [];
  const rows: { name: string }[] = await db.query('select name from migration order by timestamp, id');
  return rows.map(({ name }) => name);
}
