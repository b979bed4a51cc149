import path from 'node:path';
import { migrate, openDatabase } from '@kindred/core';
import { startEmbeddedPostgres } from '@kindred/core/embedded';
import type { Settings } from './settings.ts';

export interface RunningDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database that DATABASE_URL names, or the embedded one, brought up to date. */
export async function startDatabase(settings: Settings): Promise<RunningDatabase> {
  const database = await openServer(settings);
  try {
    const connection = await openDatabase(database.url, { poolSize: 2 });
    await migrate(connection);
    await connection.destroy();
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The same, as it is. */
export async function openServer({ databaseUrl, home }: Settings): Promise<RunningDatabase> {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  return startEmbeddedPostgres({
    directory: path.join(home, 'postgres'),
    log: (sentence) => console.log(sentence),
  });
}
