import { migrations as allMigrations } from '@kindred/migrations';
import { DataSource } from 'typeorm';
import { CallbackClient } from './callback-client.ts';
import { entities } from './entities.ts';
import { PostgresNaming } from './postgres-naming.ts';

export interface DataSourceOptions {
  /** Connections; default 10. */
  poolSize?: number;
  /** Shown in pg_stat_activity; default `kindred`. */
  applicationName?: string;
  /** Milliseconds after which the server gives up on a statement; default 0, never. */
  statementTimeoutMs?: number;
  /** Milliseconds to wait for a connection; default 10,000. */
  connectTimeoutMs?: number;
  /** Milliseconds after which an idle connection is closed, 0 for never; default 10,000. */
  idleTimeoutMs?: number;
  /** The changes of the tables that it knows; default all. */
  migrations?: typeof allMigrations;
}

/** A data source that isn't connected yet. */
export function createDataSource(url: string, options: DataSourceOptions = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: options.migrations ?? allMigrations,
    migrationsTableName: 'migration',
    synchronize: false,
    namingStrategy: new PostgresNaming(),
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'kindred',
    connectTimeoutMS: options.connectTimeoutMs ?? 10_000,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: {
      Client: CallbackClient,
      statement_timeout: options.statementTimeoutMs ?? 0,
      idleTimeoutMillis: options.idleTimeoutMs ?? 10_000,
    },
  });
}
