import { once } from 'node:events';
import { createServer } from 'node:net';
import { createLog, startExperiment } from '@kindred/core';
import { receiveSpans, type SpanReceiver } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment, untilItEnds } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startWorker, type Worker } from './worker.ts';

let workshop: Workshop;
let worker: Worker;
let collector: SpanReceiver;
let url: string;
let experimentId: string;
// biome-ignore lint/suspicious/noExplicitAny: lines differ.
const logged: Record<string, any>[] = [];

const withoutPictures = {
  ...smallExperiment,
  visualize: { ...smallExperiment.visualize, neuronsPerLayer: 0 },
};

/** A worker that has trained and measured a parent. */
beforeAll(async () => {
  workshop = await openWorkshop();
  const { env, db, queue } = workshop;
  const log = createLog('worker', env, { write: (line) => void logged.push(JSON.parse(line)) });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  collector = await receiveSpans();
  const operation = { KINDRED_WORKER_PORT: port, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint };
  worker = await startWorker({ ...env, ...operation }, log);
  ({ id: experimentId } = await startExperiment(db, queue, withoutPictures));
  await untilItEnds(db, experimentId);
});
afterAll(async () => {
  await worker.stop();
  collector.close();
  await workshop.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

test('each job is a line at its start and a line at its end', async () => {
  const { id: jobId } = await findJob(workshop.db, experimentId, 'train-model');
  expect(logged.filter((line) => line.jobId === jobId)).toMatchObject([
    { level: 'info', msg: 'Job started', kind: 'train-model', experimentId },
    { level: 'info', msg: 'Job ended', kind: 'train-model', status: 'done', ms: expect.any(Number) },
  ]);
});

test('each attempt at a job is a span by its kind', async () => {
  const { id: jobId } = await findJob(workshop.db, experimentId, 'train-model');
  const find = () => collector.spans.find(({ name }) => name === 'train-model');
  await expect.poll(find, { timeout: 15_000 }).toMatchObject({
    service: 'kindred-worker',
    failed: false,
    attributes: {
      'kindred.job.id': jobId,
      'kindred.experiment.id': experimentId,
      'kindred.job.status': 'done',
    },
  });
});

test('the metrics count jobs and images by kind', async () => {
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/^kindred_job_seconds_count\{kind="train-model",status="done"\} 1$/m);
  const { progressTotal } = await findJob(workshop.db, experimentId, 'train-model');
  expect(text).toContain(`kindred_processed_total{kind="train-model",unit="images"} ${progressTotal}\n`);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
});

test('a worker is alive, and ready while it reaches database and store', async () => {
  const ask = async (path: string) => {
    const response = await fetch(url + path);
    return [response.status, await response.json()];
  };
  expect(await ask('/health')).toEqual([200, { ok: true }]);
  expect(await ask('/ready')).toEqual([200, { ok: true }]);
  await workshop.db.query('alter table migration rename to hidden');
  const reason = 'The database belongs to another version of Kindred.';
  expect(await ask('/ready')).toEqual([503, { ok: false, reason }]);
  await workshop.db.query('alter table hidden rename to migration');
});
