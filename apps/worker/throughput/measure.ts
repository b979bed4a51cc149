import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Job,
  Model,
  migrate,
  openDatabase,
  openJobQueue,
  publishCatalogue,
  startExperiment,
} from '@kindred/core';
import { startEmbeddedPostgres } from '@kindred/core/embedded';
import { openDatasets } from '@kindred/ml';
import { until } from '../chaos/until.ts';
import { startWorkerProcess } from '../chaos/worker-process.ts';
import { catalogueOf } from '../src/catalogue.ts';
import { readEnv } from '../src/env.ts';
import { wideExperiment } from './wide-experiment.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'kindred-throughput-'));
  const server = await startEmbeddedPostgres({ directory: join(folder, 'database'), fsync: false });
  const db = await openDatabase(server.url);
  await migrate(db);
  await publishCatalogue(db, catalogueOf(await openDatasets(folder)));
  const queue = await openJobQueue(server.url, { supervise: false, onError: () => {} });
  const processes = await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      startWorkerProcess(
        readEnv({
          DATABASE_URL: server.url,
          KINDRED_ARTIFACTS: join(folder, 'artifacts'),
          KINDRED_DATA: join(folder, `data-${index + 1}`),
          KINDRED_WORKERS: '1',
          KINDRED_THREADS: '1',
        }),
        join(folder, `worker-${index + 1}.log`),
        {},
      ),
    ),
  );
  try {
    const { id: experimentId } = await startExperiment(db, queue, wideExperiment);
    const jobs = await until(
      'the experiment ended',
      async () => {
        const found = await db.manager.findBy(Job, { experimentId });
        const failed = found.find(({ status }) => status === 'failed');
        if (failed) throw new Error(`A job failed: ${failed.error}`);
        return found.every(({ status }) => status === 'done') && found;
      },
      1_800_000,
    );
    const times = (key: 'startedAt' | 'finishedAt') => jobs.map((job) => job[key]!.getTime());
    const models = await db.manager.findBy(Model, { experimentId });
    return {
      workers,
      jobs: jobs.length,
      seconds: (Math.max(...times('finishedAt')) - Math.min(...times('startedAt'))) / 1000,
      digests: new Map(models.map(({ name, weightsDigest }) => [name, weightsDigest])),
    };
  } finally {
    await Promise.all(processes.map((worker) => worker.stop()));
    await queue.stop();
    await db.destroy();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}
