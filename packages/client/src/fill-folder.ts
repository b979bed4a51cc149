import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { KindredError } from './kindred-error.ts';

/** Fills a folder that isn't there or is empty, with all or nothing. Throws CONFLICT for one that holds something. */
export async function fillFolder<Written>(
  folder: string,
  write: (draft: string) => Promise<Written>,
): Promise<Written> {
  const to = path.resolve(folder);
  await requireEmpty(to);
  await mkdir(path.dirname(to), { recursive: true });
  const draft = await mkdtemp(`${to}.`);
  try {
    const written = await write(draft);
    // A folder for one user alone, as `mkdtemp` makes it, would be of no use to a web server.
    await chmod(draft, 0o777 & ~process.umask());
    await requireEmpty(to);
    await rmdir(to).catch(() => {});
    await rename(draft, to);
    return written;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new KindredError('CONFLICT', `${folder} is no folder.`, { cause: error });
  });
  if (found.length > 0)
    throw new KindredError(
      'CONFLICT',
      `${folder} holds something already: name an empty folder, or a new one.`,
    );
}
