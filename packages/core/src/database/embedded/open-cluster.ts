import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkReachable } from './check-reachable.ts';
import type { Cluster } from './cluster.ts';
import { createData } from './create-data.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { readPassword } from './read-password.ts';
import { findServerAccount } from './server-account.ts';

/** Finds a database's folder, or makes a new one. */
export async function openCluster(
  path: string,
  fsync: boolean,
  log: (sentence: string) => void,
): Promise<Cluster> {
  await mkdir(resolve(path), { recursive: true });
  const directory = await realpath(path);
  const [binaries, account] = await Promise.all([findPostgresBinaries(), findServerAccount()]);
  // The folder is the database's own to open; those above it are not.
  if (account.uid !== undefined) await chmod(directory, (await stat(directory)).mode | 0o001);
  await checkReachable(directory, account);
  await checkReachable(binaries.postgres, account);
  const cluster: Cluster = {
    directory,
    data: join(directory, 'data'),
    logFile: join(directory, 'postgres.log'),
    portFile: join(directory, 'port'),
    password: await readPassword(join(directory, 'password')),
    binaries,
    account,
    fsync,
  };
  await createData(cluster, log);
  return cluster;
}
