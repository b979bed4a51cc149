import type { JobQueue } from './job-queue.ts';

export interface JobQueueOptions {
  /** Watch over jobs whose worker died. Workers do, the API needn't; default true. */
  supervise?: boolean;
  /** Told of trouble in the background, such as a lost connection; default console.error. */
  onError?: (error: Error) => void;
}

/** Opens the queue, and lays out its schema where it is new. */
export async function openJobQueue(url: string, options: JobQueueOptions = {}): Promise<JobQueue> {
  throw new Error(`${url} ${options}`);
}
