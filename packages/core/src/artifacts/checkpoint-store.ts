import { buffer } from 'node:stream/consumers';
import { openFileStore } from './file-store.ts';

/** Where jobs keep how far they have come, beside the artifacts: for whoever takes them over, and not for ever. */
export interface CheckpointStore {
  /** Undefined where the job has none. */
  read(jobId: string): Promise<Uint8Array | undefined>;
  /** In place of the one before. */
  write(jobId: string, bytes: Uint8Array): Promise<void>;
  remove(jobId: string): Promise<void>;
}

/** @param place that of the artifacts, which all workers reach: a folder, or `s3://bucket/prefix` */
export function createCheckpointStore(place: string): CheckpointStore {
  const files = openFileStore(place);
  const pathOf = (jobId: string) => `checkpoints/${jobId}`;
  return {
    async read(jobId) {
      const file = await files.open(pathOf(jobId));
      return file && buffer(file);
    },
    write: (jobId, bytes) => files.write(pathOf(jobId), bytes),
    remove: (jobId) => files.remove(pathOf(jobId)),
  };
}
