import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ArtifactStore, createArtifactStore } from '../artifacts/artifact-store.ts';
import { DomainError } from '../errors/domain-error.ts';
import { digesting } from './digesting.ts';
import { forEachFile } from './for-each-file.ts';
import { listTables, type TableToCopy } from './list-tables.ts';
import { type Manifest, tableFile, writeManifest } from './manifest.ts';

/**
 * Copies the database as it is at one moment, then the artifacts that it names, which never change: others may go on writing. Throws
 * CONFLICT for a folder that isn't empty, and what a file that was altered or lost is called.
 * @param folder made when missing
 */
export async function writeBackup(url: string, artifacts: ArtifactStore, folder: string): Promise<Manifest> {
  await requireEmpty(folder);
  // It holds what people sign in by, hashed.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'tables'));
  const rows = await copyRows(url, folder);
  await copyArtifacts(artifacts, folder, rows.artifacts);
  const manifest: Manifest = { format: 1, createdAt: new Date().toISOString(), ...rows };
  await writeManifest(folder, manifest);
  return manifest;
}

async function requireEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (found.length > 0)
    throw new DomainError(
      'CONFLICT',
      `${folder} isn't empty: name a new folder, so that nothing is overwritten.`,
    );
}

async function copyRows(
  url: string,
  folder: string,
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'artifacts'>> {
  const client = new pg.Client({ connectionString: url, application_name: 'kindred backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const list = async <Row>(query: string) => (await client.query(query)).rows as Row[];
    const migrations = await list<{ name: string }>('select name from migration order by timestamp, id');
    const tables = [];
    for (const table of await listTables(client)) tables.push(await copyTable(client, table, folder));
    const sequences = await list<{ name: string; last: string | null }>(
      `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
        where schemaname in ('public', 'auth') and sequencename <> 'migration_id_seq' order by 1`,
    );
    const artifacts = await list<{ digest: string }>('select digest from artifact order by digest');
    return {
      migrations: migrations.map(({ name }) => name),
      tables,
      sequences,
      artifacts: artifacts.map(({ digest }) => digest),
    };
  } finally {
    await client.end();
  }
}

async function copyTable(
  client: pg.Client,
  { name, columns }: TableToCopy,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const rows = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
  const { through, digest } = digesting();
  await pipeline(rows, through, createWriteStream(tableFile(folder, name), { flags: 'wx', flush: true }));
  return { name, columns, rows: rows.rowCount, sha256: digest() };
}

/** Each is verified as it is read. */
async function copyArtifacts(from: ArtifactStore, folder: string, digests: string[]): Promise<void> {
  const to = createArtifactStore(join(folder, 'artifacts'));
  await forEachFile(digests, async (digest) => {
    await to.keep(await from.read(digest));
  });
}
