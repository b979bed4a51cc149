import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './write-durably.ts';

/** Where jobs keep how far they have come, beside the artifacts: for whoever takes them over, and not for ever. */
export interface CheckpointStore {
  /** Undefined where the job has none. */
  read(jobId: string): Promise<Uint8Array | undefined>;
  /** In place of the one before. */
  write(jobId: string, bytes: Uint8Array): Promise<void>;
  remove(jobId: string): Promise<void>;
}

/** @param artifacts the folder of the artifact store, which all workers reach */
export function createCheckpointStore(artifacts: string): CheckpointStore {
  const pathOf = (jobId: string) => join(artifacts, 'checkpoints', jobId);
  return {
    read: (jobId) =>
      readFile(pathOf(jobId)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return undefined;
      }),
    write: (jobId, bytes) => writeDurably(pathOf(jobId), bytes),
    remove: (jobId) => rm(pathOf(jobId), { force: true }),
  };
}
