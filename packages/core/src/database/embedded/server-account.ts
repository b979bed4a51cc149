import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DomainError } from '../../errors/domain-error.ts';

const run = promisify(execFile);

/** Whom the server runs as; empty for the user who started us. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: root gets the user `postgres`, made if there is none. */
export async function findServerAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  try {
    return await lookUp('postgres').catch(async () => {
      await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return lookUp('postgres');
    });
  } catch (cause) {
    throw new DomainError(
      'UNAVAILABLE',
      `PostgreSQL doesn't run as root, and the user "postgres" could not be made (${(cause as Error).message.trim()}). ` +
        'Start as another user, or set DATABASE_URL to a PostgreSQL of yours.',
    );
  }
}

async function lookUp(name: string): Promise<Required<ServerAccount>> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
