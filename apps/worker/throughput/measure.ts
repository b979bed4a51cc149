import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Job,
  type JobQueue,
  Model,
  migrate,
  openDatabase,
  openJobQueue,
  publishCatalogue,
  startExperiment,
} from '@kindred/core';
import { startEmbeddedPostgres } from '@kindred/core/embedded';
import { openDatasets } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { until } from '../chaos/until.ts';
import { startWorkerProcess } from '../chaos/worker-process.ts';
import { catalogueOf } from '../src/catalogue.ts';
import { readEnv } from '../src/env.ts';
import { wideExperiment } from './wide-experiment.ts';

const mostMs = 1_800_000;

/** What so many workers did with an experiment. */
export interface Throughput {
  workers: number;
  jobs: number;
  /** From the first job's start to the last one's end. */
  seconds: number;
  /** Of the weights of each model, by its name. */
  digests: ReadonlyMap<string, string | null>;
}

/**
 * Runs an experiment on a database of its own, by workers of one job and one thread each. They are processes that share the database and
 * the artifacts, as workers on several machines do; each has a data folder of its own.
 */
export async function measureThroughput(workers: number): Promise<Throughput> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-throughput-'));
    closers.push(() => rm(folder, { recursive: true }));
    // Not within: PostgreSQL's own user may not enter there.
    const directory = await mkdtemp(join(tmpdir(), 'kindred-throughput-database-'));
    closers.push(() => rm(directory, { recursive: true }));
    const server = await startEmbeddedPostgres({ directory, fsync: false });
    closers.push(() => server.stop());
    const db = await openDatabase(server.url);
    closers.push(() => db.destroy());
    await migrate(db);
    await publishCatalogue(db, catalogueOf(await openDatasets(folder)));
    const queue = await openJobQueue(server.url, { supervise: false, onError: () => {} });
    closers.push(() => queue.stop());
    for (let number = 1; number <= workers; number++) {
      const worker = await startWorkerProcess(
        readEnv({
          DATABASE_URL: server.url,
          KINDRED_ARTIFACTS: join(folder, 'artifacts'),
          KINDRED_DATA: join(folder, `data-${number}`),
          KINDRED_WORKERS: '1',
          KINDRED_THREADS: '1',
        }),
        join(folder, `worker-${number}.log`),
        {},
      );
      closers.push(() => worker.stop());
    }
    return { workers, ...(await runOnce(db, queue)) };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function runOnce(db: DataSource, queue: JobQueue): Promise<Omit<Throughput, 'workers'>> {
  const { id: experimentId } = await startExperiment(db, queue, wideExperiment);
  const jobs = await until('the experiment ended', () => endedJobs(db, experimentId), mostMs);
  const times = (key: 'startedAt' | 'finishedAt') => jobs.map((job) => job[key]!.getTime());
  const models = await db.manager.findBy(Model, { experimentId });
  return {
    jobs: jobs.length,
    seconds: (Math.max(...times('finishedAt')) - Math.min(...times('startedAt'))) / 1000,
    digests: new Map(models.map(({ name, weightsDigest }) => [name, weightsDigest])),
  };
}

/** Null while any is to come. */
async function endedJobs(db: DataSource, experimentId: string): Promise<Job[] | null> {
  const jobs = await db.manager.findBy(Job, { experimentId });
  const failed = jobs.find(({ status }) => status === 'failed');
  if (failed) throw new Error(`A job failed: ${failed.error}`);
  return jobs.every(({ status }) => status === 'done') ? jobs : null;
}
