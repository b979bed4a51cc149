import type { Outlook } from '@kindred/core';

/** From a worker to the process that computes for it. */
export interface TaskRequest {
  jobId: string;
  /** Processor threads to compute with. */
  threads: number;
}

/** Back from it: ready to compute, or how a job ended. */
export type TaskReply =
  | { kind: 'ready'; backend: string; description: string }
  | { kind: 'done' }
  /** Also for a process that couldn't start. */
  | { kind: 'failed'; message: string; stack?: string; outlook: Outlook };
