import type { Cluster } from './cluster.ts';
import { connectToServer, databaseName } from './server-connection.ts';

/** Any number; held by the process that will stop the server, and let go by PostgreSQL when that process dies. */
const ownerLock = 4_719_362;

/** Ownership of a server. */
export interface Claim {
  release(): Promise<void>;
}

/** Makes this process the server's owner, and makes the database. Null when another process owns it. */
export async function claimServer(cluster: Cluster, port: number): Promise<Claim | null> {
  const client = await connectToServer(cluster, port, 'postgres');
  const { rows } = await client.query('select pg_try_advisory_lock($1) as claimed', [ownerLock]);
  await client.query(`create database ${databaseName}`).catch((error: { code?: string }) => {
    const madeAlready = error.code === '42P04' || error.code === '23505';
    if (!madeAlready) throw error;
  });
  if (rows[0].claimed) return { release: () => client.end() };
  await client.end();
  return null;
}
