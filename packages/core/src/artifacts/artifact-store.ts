import { randomUUID } from 'node:crypto';
import { readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Outlook } from '../jobs/outlook.ts';
import { Artifact } from './artifact.entity.ts';
import { sha256 } from './sha256.ts';
import { writeDurably } from './write-durably.ts';

/** Files addressed by the SHA-256 of their bytes. */
export interface ArtifactStore {
  /** Keeps the bytes, for a row that is there or comes; answers with the digest. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Keeps the bytes and their row; answers with the digest. The same bytes twice are kept once. */
  put(bytes: Uint8Array, mediaType: string, db: Database): Promise<string>;
  /** The bytes, verified. Throws NOT_FOUND for an unknown digest, and an Error naming it if the file was altered. */
  read(digest: string): Promise<Buffer>;
  /** Where the bytes are kept. Throws BAD_INPUT for anything but 64 hexadecimal digits. */
  pathOf(digest: string): string;
  /** Free on the disk that the folder is on, in bytes; null while there is no folder. */
  freeBytes(): Promise<number | null>;
  /** Writes a little and removes it again. Rejects where that can't be done, as on a full disk. */
  tryWriting(): Promise<void>;
}

/** A store in a folder, made when the first artifact comes: `ab/cdef…` for the digest `abcdef…`. */
export function createArtifactStore(directory: string): ArtifactStore {
  function pathOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) {
      throw new DomainError(
        'BAD_INPUT',
        `"${digest.slice(0, 80)}" is not an artifact's digest: 64 digits of 0–9 and a–f.`,
      );
    }
    return join(directory, digest.slice(0, 2), digest.slice(2));
  }

  async function keep(bytes: Uint8Array): Promise<string> {
    const digest = sha256(bytes);
    await writeDurably(pathOf(digest), bytes);
    return digest;
  }

  return {
    pathOf,
    keep,

    async freeBytes() {
      const disk = await statfs(directory).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return null;
      });
      return disk && disk.bavail * disk.bsize;
    },

    async tryWriting() {
      const path = join(directory, `try-${randomUUID()}`);
      await writeDurably(path, Buffer.from('Can this be written?'));
      await rm(path);
    },

    async put(bytes, mediaType, db) {
      const digest = await keep(bytes);
      await db
        .createQueryBuilder()
        .insert()
        .into(Artifact)
        .values({ digest, mediaType, byteLength: bytes.byteLength })
        .orIgnore()
        .execute();
      return digest;
    },

    async read(digest) {
      const bytes = await readFile(pathOf(digest)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        throw new DomainError('NOT_FOUND', `No artifact ${digest} is kept here.`);
      });
      const found = sha256(bytes);
      if (found === digest) return bytes;
      const altered = new Error(`Artifact ${digest} was altered: its bytes hash to ${found}.`);
      throw Object.assign(altered, { outlook: 'refused' satisfies Outlook });
    },
  };
}
