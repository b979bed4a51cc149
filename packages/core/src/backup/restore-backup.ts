import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { migrations } from '@kindred/migrations';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ArtifactStore, createArtifactStore } from '../artifacts/artifact-store.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { checkBackup } from './check-backup.ts';
import { forEachFile } from './for-each-file.ts';
import { type Manifest, tableFile } from './manifest.ts';

/**
 * Fills an empty database and a store with a backup, and brings the tables up to date. Nothing is written before the whole backup was
 * read and found to be what it was. Throws BAD_INPUT for a damaged one, CONFLICT for a database that isn't empty, or where a newer
 * Kindred made the backup. What was interrupted can be done again.
 */
export async function restoreBackup(
  url: string,
  artifacts: ArtifactStore,
  folder: string,
): Promise<Manifest> {
  const manifest = await checkBackup(folder);
  requireKnown(manifest);
  await requireEmpty(url, manifest);
  await migrateTo(url, manifest.migrations);
  const from = createArtifactStore(join(folder, 'artifacts'));
  await forEachFile(manifest.artifacts, async (digest) => artifacts.keep(await from.read(digest)));
  await fill(url, manifest, folder);
  await migrateTo(url);
  return manifest;
}

function requireKnown({ migrations: ran }: Manifest): void {
  const unknown = ran.find((name) => !migrations.some((known) => known.name === name));
  if (!unknown) return;
  throw new DomainError(
    'CONFLICT',
    `A newer Kindred made this backup: it has the change ${unknown}, which this code doesn't know. Update Kindred first.`,
  );
}

async function requireEmpty(url: string, { migrations: ran }: Manifest): Promise<void> {
  const db = await openDatabase(url, { poolSize: 1 });
  try {
    const [tables] = await db.query(
      `select to_regclass('experiment') is not null as experiments, to_regclass('auth.user') is not null as people`,
    );
    const newer: { name: string }[] = tables.experiments
      ? await db.query('select name from migration where name <> all($1)', [ran])
      : [];
    if (newer.length > 0)
      throw new DomainError(
        'CONFLICT',
        `The tables of this database are newer than the backup, by ${newer[0]!.name}: restore into one without tables.`,
      );
    const rows = [
      ...(tables.experiments ? ['artifact', 'experiment'] : []),
      ...(tables.people ? ['auth."user"'] : []),
    ];
    const found = rows.map((table) => `exists (select from ${table})`).join(' or ') || 'false';
    const [{ used }] = await db.query(`select ${found} as used`);
    if (used)
      throw new DomainError(
        'CONFLICT',
        'There are experiments or people in this database already: restore into a new one, by another KINDRED_HOME or DATABASE_URL.',
      );
  } finally {
    await db.destroy();
  }
}

/** @param names of the changes to make; default all */
async function migrateTo(url: string, names?: readonly string[]): Promise<void> {
  const chosen = migrations.filter(({ name }) => names?.includes(name) ?? true);
  const db = await openDatabase(url, { poolSize: 2, migrations: chosen });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** All rows, or none. What migrations have put into tables gives way. */
async function fill(url: string, { tables, sequences }: Manifest, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'kindred restore' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const { name, columns } of tables) {
      const rows = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
      await pipeline(createReadStream(tableFile(folder, name)), rows);
    }
    for (const { name, last } of sequences)
      if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [name, last]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
