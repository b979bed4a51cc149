import {
  countReadyJobs,
  createArtifactStore,
  createCheckpointStore,
  failJob,
  openDatabase,
  openJobQueue,
  publishCatalogue,
  requireCurrentSchema,
  requireSharedStore,
  resumeJobs,
} from '@kindred/core';
import { openDatasets } from '@kindred/ml';
import { catalogueOf } from './catalogue.ts';
import type { Env } from './env.ts';
import { shareThreads } from './processes/share-threads.ts';
import { startTaskPool } from './processes/task-pool.ts';

export interface Worker {
  /** What it computes on: `onnxruntime 1.30.0 on the CPU, 2 threads`. */
  description: string;
  /** Gives running jobs back and ends its processes. Once, however often it is called. */
  stop(): Promise<void>;
}

/** Takes jobs from the queue, each in a process of its own, until it is stopped. Leaves nothing open when it can't start. */
export async function startWorker(env: Env): Promise<Worker> {
  const closers: (() => unknown)[] = [];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close();
  };
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll();
    return stopping;
  };
  try {
    const db = await openDatabase(env.DATABASE_URL, { poolSize: 4 });
    closers.push(() => db.destroy());
    await requireCurrentSchema(db);
    await requireSharedStore(db, createArtifactStore(env.KINDRED_ARTIFACTS));
    const checkpoints = createCheckpointStore(env.KINDRED_ARTIFACTS);
    const pool = await startTaskPool(env);
    closers.push(() => pool.stop());
    await publishCatalogue(db, catalogueOf(await openDatasets(env.KINDRED_DATA)));
    const queue = await openJobQueue(env.DATABASE_URL);
    closers.push(() => queue.stop());
    await resumeJobs(db, queue);
    await queue.work({
      concurrency: env.KINDRED_WORKERS,
      run: async (jobId, signal) => {
        const ready = await countReadyJobs(db);
        const threads = shareThreads(ready, env.KINDRED_WORKERS, env.KINDRED_THREADS);
        await pool.run({ jobId, threads }, signal);
      },
      failed: async (jobId, error, outcome) => {
        await failJob(db, jobId, error, outcome);
        if (outcome.final) await checkpoints.remove(jobId);
      },
    });
    return { description: pool.description, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
