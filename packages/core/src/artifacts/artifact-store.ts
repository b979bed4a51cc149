import { pipeline, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Artifact } from './artifact.entity.ts';
import { artifactPath } from './artifact-path.ts';
import { openFileStore } from './file-store.ts';
import { sha256 } from './sha256.ts';
import { verified } from './verified.ts';

/** Files addressed by the SHA-256 of their bytes. Whatever is read is checked against it. */
export interface ArtifactStore {
  /** Keeps the bytes and their row; answers with the digest. The same bytes twice are kept once. */
  put(bytes: Uint8Array, mediaType: string, db: Database): Promise<string>;
  /** The bytes. Throws NOT_FOUND for an unknown digest, BAD_INPUT for none, ALTERED for one whose file is another. */
  read(digest: string): Promise<Buffer>;
  /** The same by and by, for who passes them on: fails with ALTERED before the last of them where it has to. */
  open(digest: string): Promise<Readable>;
  /** Free where they are kept, in bytes; null in a bucket, and while there is no folder. */
  freeBytes(): Promise<number | null>;
}

/** @param place a folder, or `s3://bucket/prefix` */
export function createArtifactStore(place: string): ArtifactStore {
  const files = openFileStore(place);

  async function open(digest: string): Promise<Readable> {
    const file = await files.open(artifactPath(digest));
    if (!file) throw new DomainError('NOT_FOUND', `No artifact ${digest} is kept here.`);
    // Whoever reads hears of errors; the callback would hear of them once more.
    return pipeline(file, verified(digest), () => {});
  }

  return {
    open,
    read: async (digest) => buffer(await open(digest)),
    freeBytes: files.freeBytes,

    async put(bytes, mediaType, db) {
      const digest = sha256(bytes);
      await files.write(artifactPath(digest), bytes);
      await db
        .createQueryBuilder()
        .insert()
        .into(Artifact)
        .values({ digest, mediaType, byteLength: bytes.byteLength })
        .orIgnore()
        .execute();
      return digest;
    },
  };
}
