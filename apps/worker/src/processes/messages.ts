import type { DomainErrorCode } from '@kindred/core';

/** From a worker to the process that computes for it. */
export interface TaskRequest {
  jobId: string;
}

/** Back from it: ready to compute, or how a job ended. */
export type TaskReply =
  | { kind: 'ready'; backend: string; description: string }
  | { kind: 'refused'; message: string }
  | { kind: 'done' }
  | { kind: 'failed'; message: string; stack?: string; code?: DomainErrorCode };
