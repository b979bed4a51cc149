import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError } from '../../errors/domain-error.ts';
import type { ServerAccount } from './server-account.ts';

/** Throws UNAVAILABLE, naming the folder in the way, unless the account may pass through all parents of a path. */
export async function checkReachable(path: string, { uid, gid }: ServerAccount): Promise<void> {
  if (uid === undefined) return;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = await stat(folder);
    const passable = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if (!(mode & passable)) {
      throw new DomainError(
        'UNAVAILABLE',
        `As root, PostgreSQL runs as the user "postgres", who may not enter ${folder} on the way to ${path}. ` +
          `Allow it with chmod o+x ${folder}, move the folder elsewhere, or set DATABASE_URL to a PostgreSQL of yours.`,
      );
    }
    if (folder === dirname(folder)) return;
  }
}
