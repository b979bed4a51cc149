import type { EntityManager } from 'typeorm';
import type { Job } from './job.entity.ts';

export interface WorkOptions {
  /** Jobs at a time. */
  concurrency: number;
  /** What this worker has; jobs that want more are left to others. */
  labels: readonly string[];
  /**
   * Does one job. The signal aborts when this process stops, the job was cancelled or another worker took it over.
   * Rejecting fails the attempt. It is tried again as `nextAttempt` says: never, three times, or after growing pauses for a
   * quarter of an hour.
   */
  run(jobId: string, signal: AbortSignal): Promise<void>;
  /** Told of every attempt that came to nothing; `final` when there won't be another. Usually `failJob`. */
  failed(jobId: string, error: unknown, outcome: { final: boolean }): Promise<void>;
}

/** Delivery of jobs to workers. What a job is and how it stands is in our own `job` table. */
export interface JobQueue {
  /** Hands jobs over for delivery when the transaction commits. */
  enqueue(transaction: EntityManager, jobs: readonly DeliverableJob[]): Promise<void>;
  /** Takes jobs back when the transaction commits, also from the workers that have them. */
  withdraw(transaction: EntityManager, jobIds: readonly string[]): Promise<void>;
  /** Whether a job is waiting for a worker or being worked on. */
  isDelivered(jobId: string): Promise<boolean>;
  /** Takes jobs until `stop`. */
  work(options: WorkOptions): Promise<void>;
  /** Gives running jobs back at once, for another worker to take, and closes. */
  stop(): Promise<void>;
}

export type DeliverableJob = Pick<Job, 'id' | 'name' | 'modelId'>;
