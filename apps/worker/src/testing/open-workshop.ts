import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ArtifactStore,
  type CheckpointStore,
  createArtifactStore,
  createCheckpointStore,
  type JobQueue,
  type Log,
  openJobQueue,
  publishCatalogue,
  silentLog,
} from '@kindred/core';
import { createTestDatabase } from '@kindred/core/testing';
import { type Datasets, openDatasets, startRuntime } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { catalogueOf } from '../catalogue.ts';
import type { Env } from '../env.ts';
import { runJob } from '../processes/run-job.ts';

/** What a worker needs: a database with its catalogue, a queue, and a folder of artifacts. */
export interface Workshop {
  /** One job at a time. */
  env: Env;
  db: DataSource;
  queue: JobQueue;
  artifacts: ArtifactStore;
  datasets: Datasets;
  dataFolder: string;
  checkpoints: CheckpointStore;
  checkpointIntervalMs: number;
  log: Log;
  backend: string;
  /** A commit's, whatever is changed here: what is there is taken over. */
  codeVersion: string;
  /** Runs a job in this process, as code of another version if one is named. */
  run(jobId: string, codeVersion?: string): Promise<void>;
  close(): Promise<void>;
}

/** @param choice what computes; WASM takes its time, which tests that interrupt it need */
export async function openWorkshop(choice = 'wasm'): Promise<Workshop> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'kindred-artifacts-'));
  const queue = await openJobQueue(database.url, { supervise: false });
  const datasets = await openDatasets(folder);
  await publishCatalogue(database.dataSource, catalogueOf(datasets));
  const { backend } = await startRuntime(choice);
  const means = {
    db: database.dataSource,
    artifacts: createArtifactStore(folder),
    datasets,
    dataFolder: folder,
    checkpoints: createCheckpointStore(folder),
    checkpointIntervalMs: 0,
    log: silentLog,
    backend,
    codeVersion: '0.1.0+0123abc',
  };
  return {
    env: {
      DATABASE_URL: database.url,
      KINDRED_ARTIFACTS: folder,
      KINDRED_DATA: folder,
      KINDRED_CHECKPOINT_SECONDS: 0,
      KINDRED_BACKEND: backend,
      KINDRED_LABELS: '',
      KINDRED_WORKERS: 1,
      KINDRED_THREADS: 2,
      KINDRED_GRAPH_MEMORY_MB: 256,
      KINDRED_WORKER_PORT: 0,
      KINDRED_WORKER_HOST: '127.0.0.1',
      KINDRED_LOG_LEVEL: 'info',
      KINDRED_LOG_FORMAT: 'json',
    },
    ...means,
    queue,
    run: (jobId, codeVersion = means.codeVersion) =>
      runJob(jobId, {
        ...means,
        codeVersion,
        openQueue: () => openJobQueue(database.url, { supervise: false }),
      }),
    async close() {
      await queue.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
