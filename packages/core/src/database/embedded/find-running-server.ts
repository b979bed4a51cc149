import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../errors/domain-error.ts';
import type { Cluster } from './cluster.ts';
import { commandOf } from './process-state.ts';
import { untilItAnswers } from './server-connection.ts';

export interface RunningServer {
  pid: number;
  port: number;
}

/** The server that already runs on this folder, or null. */
export async function findRunningServer(
  cluster: Cluster,
  log: (sentence: string) => void,
): Promise<RunningServer | null> {
  const lockFile = join(cluster.data, 'postmaster.pid');
  const lock = await readLock(lockFile);
  if (!lock) return null;
  const command = await commandOf(lock.pid);
  if (!command.includes('postgres') || !command.includes(cluster.data)) {
    log(`The database was not stopped properly (process ${lock.pid} left its lock behind); it recovers now.`);
    // A lock whose process is gone is PostgreSQL's to remove, which first looks for survivors of that process.
    if (command) await rm(lockFile, { force: true });
    return null;
  }
  const isUp = async () => (await commandOf(lock.pid)) !== '';
  if (await untilItAnswers(cluster, lock.port, isUp, 30_000)) return lock;
  if (!(await isUp())) return null;
  throw new DomainError(
    'UNAVAILABLE',
    `PostgreSQL runs on ${cluster.directory} as process ${lock.pid} but doesn't answer. Stop it with kill ${lock.pid} and start again.`,
  );
}

/** The lock's first line is the process, its fourth the port. */
async function readLock(file: string): Promise<RunningServer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  return lines[0] ? { pid: Number(lines[0]), port: Number(lines[3]) } : null;
}
