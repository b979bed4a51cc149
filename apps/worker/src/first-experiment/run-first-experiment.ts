import { Job, openDatabase, openJobQueue, startExperiment } from '@kindred/core';
import type { Env } from '../env.ts';
import { startWorker } from '../worker.ts';
import type { Options } from './options.ts';
import { type Summary, summarize } from './summary.ts';
import { watch } from './watch.ts';

/** Queues the experiment, works on it in this process's workers to its end, and reads what came out. */
export async function runFirstExperiment(
  env: Env,
  { config }: Options,
  progress: NodeJS.WriteStream,
): Promise<Summary> {
  const worker = await startWorker(env);
  const db = await openDatabase(env.DATABASE_URL, { poolSize: 2 });
  const queue = await openJobQueue(env.DATABASE_URL, { supervise: false });
  try {
    progress.write(`Computing on ${worker.description}, ${env.KINDRED_WORKERS} jobs at a time.\n`);
    const { id } = await startExperiment(db, queue, config);
    const { status } = await watch(db, id, progress);
    if (status !== 'done') throw new Error(await reasonFor(db, id, status));
    return await summarize(db, id);
  } finally {
    await queue.stop();
    await worker.stop();
    await db.destroy();
  }
}

async function reasonFor(db: Awaited<ReturnType<typeof openDatabase>>, experimentId: string, status: string) {
  const failed = await db.manager.findOne(Job, {
    where: { experimentId, status: 'failed' },
    relations: { model: true },
  });
  return `The experiment ${status}: ${failed?.name} ${failed?.model?.name ?? ''}: ${failed?.error}`;
}
