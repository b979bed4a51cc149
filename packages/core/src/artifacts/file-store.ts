import type { Readable } from 'node:stream';
import { openBucket } from './bucket.ts';
import { openFolder } from './folder.ts';

/** Files that several machines reach. Paths are relative, with slashes. */
export interface FileStore {
  /** Writes a whole file or none, in place of the one before. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is no such file. */
  open(path: string): Promise<Readable | undefined>;
  /** Does nothing where there is no such file. */
  remove(path: string): Promise<void>;
  /** What there is still room for, in bytes; null where that isn't known. */
  freeBytes(): Promise<number | null>;
}

/** @param place a folder, or `s3://bucket/prefix` */
export function openFileStore(place: string): FileStore {
  return place.startsWith('s3:') ? openBucket(place) : openFolder(place);
}
