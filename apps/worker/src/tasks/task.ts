import type {
  ArtifactStore,
  CheckpointStore,
  Job,
  JobDefinition,
  JobProgress,
  Log,
  TrainingCurve,
} from '@kindred/core';
import type { Datasets } from '@kindred/ml';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';

/** What a task may use besides its payload. */
export interface TaskContext {
  db: DataSource;
  artifacts: ArtifactStore;
  datasets: Datasets;
  /** Where those are, and weights to import. */
  dataFolder: string;
  checkpoints: CheckpointStore;
  /** How often a task that takes long keeps how far it has come. */
  checkpointIntervalMs: number;
  job: Job;
  log: Log;
  /** The backend that computes here. */
  backend: string;
  codeVersion: string;
  /** Tells how far the task has come; may be called as often as it likes. */
  report(progress: JobProgress): void;
  /** Tells how its model's training has gone until now; as often. */
  reportCurve(curve: TrainingCurve): void;
}

/** Stores what a task hasn't kept yet, in the transaction that marks its job as done; pictures are kept as they come. */
export type Store = (transaction: EntityManager) => Promise<void>;

/**
 * Does a job: computes, and returns how to store what came out. If its worker dies it is started again, and may go on from a
 * checkpoint.
 */
export interface Task {
  definition: JobDefinition;
  run(payload: unknown, context: TaskContext): Promise<Store>;
}

export function defineTask<Payload extends z.ZodType>(
  definition: JobDefinition<string, Payload>,
  run: (payload: z.infer<Payload>, context: TaskContext) => Promise<Store>,
): Task {
  return { definition, run: (payload, context) => run(definition.payload.parse(payload), context) };
}
