import {
  createArtifactStore,
  createCheckpointStore,
  createLog,
  openDatabase,
  openJobQueue,
  outlookOf,
} from '@kindred/core';
import { openDatasets, startRuntime, useThreads } from '@kindred/ml';
import { codeVersion } from '../code-version.ts';
import { readEnv } from '../env.ts';
import type { TaskReply, TaskRequest } from './messages.ts';
import { runJob } from './run-job.ts';

/** A process that computes one job at a time, so that its worker's heartbeat and progress go on meanwhile. */
const reply = (message: TaskReply) => process.send?.(message);

// The terminal's Ctrl-C reaches every process of the group; this one leaves when its worker does.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit();

try {
  const env = readEnv();
  const { backend, description } = await startRuntime(env.KINDRED_BACKEND, {
    threads: env.KINDRED_THREADS,
    graphBytesLimit: env.KINDRED_GRAPH_MEMORY_MB * 2 ** 20,
  });
  // Computing leaves the event loop only a moment between steps: too little to shake hands with the database in time.
  const patience = { connectTimeoutMs: 60_000, idleTimeoutMs: 0 };
  const db = await openDatabase(env.DATABASE_URL, {
    poolSize: 2,
    applicationName: 'kindred task',
    ...patience,
  });
  // What was asked for has standard output to itself.
  const log = createLog('task', env, 2);
  const onError = (err: Error) => log.error({ err }, 'Queue');
  const openQueue = () => openJobQueue(env.DATABASE_URL, { supervise: false, onError });
  const artifacts = createArtifactStore(env.KINDRED_ARTIFACTS);
  const checkpoints = createCheckpointStore(env.KINDRED_ARTIFACTS);
  const checkpointIntervalMs = env.KINDRED_CHECKPOINT_SECONDS * 1000;
  const datasets = await openDatasets(env.KINDRED_DATA, () => {});

  process.on('message', async ({ jobId, threads }: TaskRequest) => {
    try {
      useThreads(threads);
      await runJob(jobId, {
        db,
        openQueue,
        artifacts,
        datasets,
        dataFolder: env.KINDRED_DATA,
        checkpoints,
        checkpointIntervalMs,
        log,
        backend,
        codeVersion,
      });
      reply({ kind: 'done' });
    } catch (error) {
      reply(failure(error));
    }
  });
  reply({ kind: 'ready', backend, description });
} catch (error) {
  reply(failure(error));
}

function failure(error: unknown): TaskReply {
  const { message, stack } = error as Error;
  return { kind: 'failed', message, outlook: outlookOf(error), ...(stack && { stack }) };
}
