import type { Database } from '../database/database.ts';

/** Files addressed by the SHA-256 of their bytes. */
export interface ArtifactStore {
  /** Keeps the bytes and their row; answers with the digest. The same bytes twice are kept once. */
  put(bytes: Uint8Array, mediaType: string, db: Database): Promise<string>;
  /** The bytes, verified. Throws NOT_FOUND for an unknown digest, and an Error naming it if the file was altered. */
  read(digest: string): Promise<Buffer>;
  /** Where the bytes are kept. Throws BAD_INPUT for anything but 64 hexadecimal digits. */
  pathOf(digest: string): string;
}

export function createArtifactStore(directory: string): ArtifactStore {
  throw new Error(directory);
}
