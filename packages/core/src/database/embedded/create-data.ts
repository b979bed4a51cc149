import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { isAlive } from './process-state.ts';

const run = promisify(execFile);

/** Lays out PostgreSQL's folder if there is none: aside first, so that a start cut short leaves nothing half-made. */
export async function createData(cluster: Cluster, log: (sentence: string) => void): Promise<void> {
  if (await exists(join(cluster.data, 'PG_VERSION'))) return;
  await removeLeftovers(cluster.directory);
  log(`Making a new database in ${cluster.directory}.`);
  const draft = `${cluster.data}.new-${process.pid}-${randomUUID()}`;
  try {
    await initialise(cluster, draft);
    await rename(draft, cluster.data);
  } catch (error) {
    if (!(await exists(join(cluster.data, 'PG_VERSION')))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise({ account, binaries, password, fsync }: Cluster, draft: string): Promise<void> {
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(draft, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const options = ['--username=kindred', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  if (!fsync) options.push('--no-sync');
  try {
    await run(binaries.initdb, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...options], {
      ...account,
      cwd: draft,
      env: { LC_ALL: 'C' },
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** What a start that was killed left behind. */
async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const owner = /^data\.new-(\d+)/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await rm(join(directory, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
