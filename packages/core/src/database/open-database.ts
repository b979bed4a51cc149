import type { DataSource } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { createDataSource, type DataSourceOptions } from './create-data-source.ts';
import { describeDatabase } from './describe-database.ts';

/** Connects. Throws BAD_INPUT for what isn't a connection string, UNAVAILABLE for a database that doesn't answer. */
export async function openDatabase(url: string, options: DataSourceOptions = {}): Promise<DataSource> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new DomainError(
      'BAD_INPUT',
      'The database address is not a connection string: write postgres://user:password@host:port/name.',
    );
  }
  try {
    return await createDataSource(url, options).initialize();
  } catch (cause) {
    throw new DomainError(
      'UNAVAILABLE',
      `No database at ${describeDatabase(url)}: ${reason(cause)}. Is it running, and may this user connect?`,
      { cause },
    );
  }
}

/** A refused connection to a name with two addresses is an AggregateError without a message. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError) return reason(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
