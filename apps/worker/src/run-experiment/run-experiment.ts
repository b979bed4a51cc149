import {
  createLog,
  type Experiment,
  type ExperimentConfig,
  Job,
  openDatabase,
  openJobQueue,
  startExperiment,
} from '@kindred/core';
import type { DataSource } from 'typeorm';
import type { Env } from '../env.ts';
import { startWorker } from '../worker.ts';
import { watch } from './watch.ts';

/**
 * Queues an experiment, works on it in this process's workers to its end, and reads what came out.
 * When the signal aborts, it gives the running jobs back and rejects; any worker that starts later goes on with them.
 */
export async function runExperiment<Summary>(
  env: Env,
  config: ExperimentConfig,
  read: (db: DataSource, experimentId: string) => Promise<Summary>,
  progress: NodeJS.WriteStream,
  signal?: AbortSignal,
): Promise<Summary> {
  const log = createLog('worker', { ...env, KINDRED_LOG_LEVEL: 'warn' }, 2);
  const worker = await startWorker(env, log);
  const db = await openDatabase(env.DATABASE_URL, { poolSize: 2 });
  const queue = await openJobQueue(env.DATABASE_URL, { supervise: false });
  try {
    progress.write(`Computing on ${worker.description}, ${env.KINDRED_WORKERS} jobs at a time.\n`);
    signal?.throwIfAborted();
    const { id } = await startExperiment(db, queue, config);
    const experiment = await watch(db, id, progress, signal);
    if (experiment.status !== 'done') throw new Error(await reasonFor(db, experiment));
    return await read(db, id);
  } finally {
    await queue.stop();
    await worker.stop();
    await db.destroy();
  }
}

async function reasonFor(db: DataSource, { id, status }: Experiment): Promise<string> {
  if (status === 'cancelled') return 'The experiment was cancelled.';
  const failed = await db.manager.findOne(Job, {
    where: { experimentId: id, status: 'failed' },
    relations: { model: true },
  });
  return `The experiment ${status}: ${failed?.name} ${failed?.model?.name ?? ''}: ${failed?.error}`;
}
