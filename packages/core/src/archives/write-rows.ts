import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import type { ArchiveTable } from './archive-tables.ts';
import { readInBatches } from './read-in-batches.ts';

/** A row of a mask may have some megabytes. */
const rowsAtOnce = 64;

export const rowsPath = (table: string) => `rows/${table}.ndjson`;

/** The experiment's rows of a table, a line of JSON each, as the database writes them: nothing is rounded. */
export async function writeRows(
  transaction: EntityManager,
  { name, columns, keys, of }: ArchiveTable,
  experimentId: string,
  to: string,
): Promise<void> {
  const list = (names: string[]) => names.map((column) => `"${column}"`).join(', ');
  const query = `
    select row_to_json(of_archive)::text as line
      from (select ${list(columns)} from "${name}" where ${of} order by ${list(keys)}) as of_archive`;
  const batches = readInBatches<{ line: string }>(transaction, query, [experimentId], rowsAtOnce);
  async function* lines() {
    for await (const rows of batches) yield rows.map(({ line }) => `${line}\n`).join('');
  }
  await pipeline(lines, createWriteStream(to));
}
