import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from './file-store.ts';
import { writeDurably } from './write-durably.ts';

/** Files in a folder, which is made when the first one comes. */
export function openFolder(directory: string): FileStore {
  return {
    write: (path, bytes) => writeDurably(join(directory, path), bytes),
    open: async (path) => (await orNone(open(join(directory, path), 'r')))?.createReadStream(),
    remove: (path) => rm(join(directory, path), { force: true }),
    async freeBytes() {
      const disk = await orNone(statfs(directory));
      return disk ? disk.bavail * disk.bsize : null;
    },
  };
}

function orNone<Found>(found: Promise<Found>): Promise<Found | undefined> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
}
