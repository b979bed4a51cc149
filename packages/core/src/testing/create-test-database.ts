import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import type {} from './global-setup.ts';
import { onServer, withDatabase } from './on-server.ts';
import './provided-context.ts';

export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  /** Disconnects and deletes it. */
  drop(): Promise<void>;
}

/**
 * A database of its own, cloned from the migrated template of the global setup.
 * @param empty without any tables instead
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('kindredServerUrl');
  const name = `kindred_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(
    server,
    `create database ${name} template ${empty ? 'template0' : inject('kindredTemplate')}`,
  );
  const url = withDatabase(server, name);
  const dataSource = await openDatabase(url, { poolSize: 4 });
  const drop = async () => {
    await dataSource.destroy();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { url, dataSource, drop };
}
