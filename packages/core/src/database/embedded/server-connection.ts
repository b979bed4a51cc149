import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';

/** The name of the one database in the folder. */
export const databaseName = 'kindred';

export function serverUrl({ password }: Cluster, port: number, database: string): string {
  return `postgres://kindred:${password}@127.0.0.1:${port}/${database}`;
}

export async function connectToServer(cluster: Cluster, port: number, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: serverUrl(cluster, port, database),
    connectionTimeoutMillis: 2_000,
    application_name: 'kindred embedded',
  });
  // The server's own end is found out by those who use it; here it must not bring the process down.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Waits until the server takes connections. False when it goes away first, or in `timeoutMs`. */
export async function untilItAnswers(
  cluster: Cluster,
  port: number,
  isUp: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; (await isUp()) && Date.now() < end; await sleep(40)) {
    const client = await connectToServer(cluster, port, 'postgres').catch(refuseUnlessStarting);
    if (client) return client.end().then(() => true);
  }
  return false;
}

/** Not listening yet, or still recovering: worth another try. A wrong password is not. */
function refuseUnlessStarting(error: NodeJS.ErrnoException): null {
  if (error.code === '28P01') throw error;
  return null;
}
