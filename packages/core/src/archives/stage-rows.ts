import { type EntityManager, QueryFailedError } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import type { ArchiveTable } from './archive-tables.ts';
import { checkRow, type Row } from './check-row.ts';
import { readLines } from './read-lines.ts';
import { rowsPath } from './write-rows.ts';

/** Characters of JSON that are handed over at once. */
const batchLength = 2 ** 20;

/** The table that an archive's rows wait in until all of them are checked. */
export const staged = (table: string) => `pg_temp.staged_${table}`;

/**
 * Puts the rows of a file into a table of this transaction alone, like the one that they are for. Throws BAD_INPUT, with the file and
 * the line, for what is no row of it.
 */
export async function stageRows(
  transaction: EntityManager,
  table: ArchiveTable,
  path: string,
  known: Set<string>,
): Promise<void> {
  await transaction.query(
    `create temporary table staged_${table.name} (like "${table.name}") on commit drop`,
  );
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const insert = `
    insert into ${staged(table.name)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${staged(table.name)}, $1::jsonb)`;
  let [batch, length, number, first]: [string[], number, number, number] = [[], 0, 0, 1];
  const flush = async () => {
    await inPlace(`${first} to ${number}`, () => transaction.query(insert, [`[${batch.join(',')}]`]));
    [batch, length, first] = [[], 0, number + 1];
  };
  const inPlace = (lines: string, work: () => unknown) =>
    naming(`${rowsPath(table.name)}, line ${lines}`, work);
  for await (const line of readLines(path)) {
    number += 1;
    await inPlace(String(number), () => checkRow(table.name, parseRow(line, table), known));
    batch.push(line);
    length += line.length;
    if (length > batchLength) await flush();
  }
  await flush();
}

/** Every column of the table and no other, so that nothing is left to a default. */
function parseRow(line: string, { columns }: ArchiveTable): Row {
  const row = parseJson(line);
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new DomainError('BAD_INPUT', 'It is no object of JSON.');
  const names = Object.keys(row);
  const unknown = names.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    throw new DomainError('BAD_INPUT', `"${unknown.slice(0, 80)}" is no column of it.`);
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) throw new DomainError('BAD_INPUT', `The column "${missing}" is missing.`);
  return row as Row;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new DomainError('BAD_INPUT', 'It is no JSON.');
  }
}

/** Of PostgreSQL: values that are of no such type or size, rows that break what a table asks of them, texts too long for an index. */
const [wrongRow, notUnique] = [/^(2[23]|54)/, '23505'];

/** Says of what is refused where it stands, and that what the database refuses is the archive's fault. */
export async function naming(place: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, `${place}: ${error.message}`);
    const code = error instanceof QueryFailedError && String(error.driverError.code);
    if (code === notUnique)
      throw new DomainError('CONFLICT', `${place}: a row of the same id or place is here already.`);
    if (code && wrongRow.test(code))
      throw new DomainError('BAD_INPUT', `${place}: ${(error as Error).message}.`);
    throw error;
  }
}
