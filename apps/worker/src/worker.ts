import {
  announceWorker,
  catalogueLabels,
  countReadyJobs,
  createArtifactStore,
  createCheckpointStore,
  failJob,
  type Log,
  openDatabase,
  openJobQueue,
  openTracing,
  publishCatalogue,
  requireCurrentSchema,
  requireSharedStore,
  resumeJobs,
  silentLog,
} from '@kindred/core';
import { openDatasets } from '@kindred/ml';
import { catalogueOf } from './catalogue.ts';
import type { Env } from './env.ts';
import { createMetrics } from './operation/create-metrics.ts';
import { observeJobs } from './operation/observe-jobs.ts';
import { serveOperation } from './operation/serve-operation.ts';
import { shareThreads } from './processes/share-threads.ts';
import { startTaskPool } from './processes/task-pool.ts';

export interface Worker {
  /** What it computes on: `onnxruntime 1.30.0 on the CPU, 2 threads`. */
  description: string;
  /** Gives running jobs back and ends its processes. Once, however often it is called. */
  stop(): Promise<void>;
}

/** Takes jobs from the queue, each in a process of its own, until it is stopped. Leaves nothing open when it can't start. */
export async function startWorker(env: Env, log: Log = silentLog): Promise<Worker> {
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
    const warn = (sentence: string) => log.warn(sentence);
    const catalogue = catalogueOf(await openDatasets(env.KINDRED_DATA, warn));
    await publishCatalogue(db, catalogue);
    const given = env.KINDRED_LABELS.split(',').filter((label) => label !== '');
    const labels = [...given, `backend:${pool.backend}`, ...catalogueLabels(catalogue)];
    const announcement = await announceWorker(db, labels);
    closers.push(() => announcement.withdraw());
    const tracing = await openTracing('kindred-worker', env.OTEL_EXPORTER_OTLP_ENDPOINT);
    closers.push(() => tracing.close());
    const queue = await openJobQueue(env.DATABASE_URL, { onError: (err) => log.error({ err }, 'Queue') });
    closers.push(() => queue.stop());
    await resumeJobs(db, queue);
    const metrics = createMetrics();
    const observer = observeJobs(db, log, metrics, tracing);
    await queue.work({
      concurrency: env.KINDRED_WORKERS,
      labels,
      run: async (jobId, signal) => {
        const ready = await countReadyJobs(db);
        const threads = shareThreads(ready, env.KINDRED_WORKERS, env.KINDRED_THREADS);
        await observer.began(jobId, signal);
        try {
          await pool.run({ jobId, threads }, signal);
        } catch (error) {
          if (signal.aborted) await observer.ended(jobId);
          throw error;
        }
        await observer.ended(jobId);
      },
      failed: async (jobId, error, outcome) => {
        await failJob(db, jobId, error, outcome);
        await observer.ended(jobId, { error, ...outcome });
        if (outcome.final) await checkpoints.remove(jobId);
      },
    });
    if (env.KINDRED_WORKER_PORT > 0) {
      const artifacts = createArtifactStore(env.KINDRED_ARTIFACTS);
      const subject = { db, artifacts, metrics, observer };
      const server = await serveOperation(env.KINDRED_WORKER_HOST, env.KINDRED_WORKER_PORT, subject);
      closers.push(server.close);
    }
    return { description: pool.description, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
