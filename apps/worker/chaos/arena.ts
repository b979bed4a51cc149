import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCheckpointStore,
  Job,
  type JobQueue,
  migrate,
  openDatabase,
  openJobQueue,
  publishCatalogue,
  startExperiment,
} from '@kindred/core';
import { startEmbeddedPostgres } from '@kindred/core/embedded';
import { openDatasets } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { catalogueOf } from '../src/catalogue.ts';
import type { Env } from '../src/env.ts';
import { noteWhatIsStored } from './stored-results.ts';
import { tinyExperiment } from './tiny-experiment.ts';
import { until } from './until.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** A PostgreSQL, an artifact store and two workers, to be disturbed. */
export interface Arena {
  db: DataSource;
  /** While this file exists, the workers' disk is full. */
  fullDisk: string;
  /** Whoever computes the job whose id this file holds dies of it. */
  poison: string;
  /** Starts the experiment so that the first worker trains and the other has nothing to do, both alive and well. */
  startTraining(): Promise<Training>;
  /** Until no job of it will run any more. */
  untilItEnds(experimentId: string): Promise<void>;
  restartDatabase(): Promise<void>;
  close(): Promise<void>;
}

export interface Training {
  experimentId: string;
  /** With steps done and a checkpoint kept. */
  job: Job;
  busy: WorkerProcess;
  idle: WorkerProcess;
}

export async function openArena(): Promise<Arena> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-chaos-'));
  const directory = await mkdtemp(join(tmpdir(), 'kindred-chaos-database-'));
  let server = await startEmbeddedPostgres({ directory, fsync: false });
  const { url } = server;
  const db = await openDatabase(url, { poolSize: 4 });
  await migrate(db);
  await noteWhatIsStored(db);
  const artifacts = join(folder, 'artifacts');
  await publishCatalogue(db, catalogueOf(await openDatasets(folder)));
  const queue: JobQueue = await openJobQueue(url, { supervise: false, onError: () => {} });
  const checkpoints = createCheckpointStore(artifacts);
  const [fullDisk, poison] = [join(folder, 'full-disk'), join(folder, 'poison')];
  const env: Env = {
    DATABASE_URL: url,
    KINDRED_ARTIFACTS: artifacts,
    KINDRED_DATA: folder,
    // Takes its time, which scenarios that interrupt it need.
    KINDRED_BACKEND: 'wasm',
    KINDRED_LABELS: '',
    KINDRED_WORKERS: 1,
    KINDRED_THREADS: 1,
    KINDRED_CHECKPOINT_SECONDS: 0,
    KINDRED_GRAPH_MEMORY_MB: 256,
    KINDRED_WORKER_PORT: 0,
    KINDRED_WORKER_HOST: '127.0.0.1',
    KINDRED_LOG_LEVEL: 'info',
    KINDRED_LOG_FORMAT: 'text',
  };
  const trouble = {
    CHAOS_FULL_DISK: fullDisk,
    CHAOS_POISON: poison,
    NODE_OPTIONS: `--import=${new URL('./inject.mjs', import.meta.url).href}`,
  };
  let workers: WorkerProcess[] = [];

  async function twoWorkers(): Promise<[WorkerProcess, WorkerProcess]> {
    workers = workers.filter((worker) => worker.isAlive());
    const missing = Array.from({ length: 2 - workers.length }, () =>
      startWorkerProcess(env, join(folder, 'workers.log'), trouble),
    );
    workers.push(...(await Promise.all(missing)));
    return workers as [WorkerProcess, WorkerProcess];
  }

  return {
    db,
    fullDisk,
    poison,

    async startTraining() {
      const [busy, idle] = await twoWorkers();
      idle.signal('SIGSTOP');
      const { id: experimentId } = await startExperiment(db, queue, tinyExperiment);
      const job = await until('the training keeps a checkpoint', async () => {
        const found = await db.manager.findOneBy(Job, {
          experimentId,
          name: 'train-model',
          status: 'running',
        });
        return found && found.progressDone > 0 && (await checkpoints.read(found.id)) ? found : null;
      });
      idle.signal('SIGCONT');
      return { experimentId, job, busy, idle };
    },

    async untilItEnds(experimentId) {
      await until('the experiment ends', async () => {
        const jobs = await db.manager.findBy(Job, { experimentId });
        return jobs.every(({ status }) => ['done', 'failed', 'cancelled'].includes(status));
      });
    },

    async restartDatabase() {
      await server.stop();
      server = await startEmbeddedPostgres({ directory, fsync: false });
      if (server.url !== url) throw new Error('The database came back at another port.');
    },

    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await queue.stop();
      await db.destroy();
      await server.stop();
      for (const one of [folder, directory]) await rm(one, { recursive: true });
    },
  };
}
