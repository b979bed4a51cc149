import { type ChildProcess, fork } from 'node:child_process';
import { cancelJob, Experiment, Model, retryJob, startExperiment } from '@kindred/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findJob, interruptibleExperiment, untilItEnds, untilItTrains } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';
import { startMain } from './testing/start-main.ts';
import { startWorker } from './worker.ts';

vi.mock('node:child_process', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:child_process')>();
  return { ...original, fork: vi.fn(original.fork) };
});
const forked = () => vi.mocked(fork).mock.results.map(({ value }) => value as ChildProcess);

let workshop: Workshop;
beforeEach(async () => {
  vi.mocked(fork).mockClear();
  workshop = await openWorkshop();
});
afterEach(() => workshop.close());

/** Connections to the database by the application's name. */
async function connections(application: string): Promise<number> {
  const [{ count }] = await workshop.db.query(
    `select count(*)::integer from pg_stat_activity where datname = current_database() and application_name = $1`,
    [application],
  );
  return count;
}

test('an unknown backend refuses to start, and the known ones are named', async () => {
  await expect(startWorker({ ...workshop.env, KINDRED_BACKEND: 'abacus' })).rejects.toThrow(
    'Unknown backend "abacus": known are auto, tfjs-node-gpu, onnxruntime-cuda, webgpu, onnxruntime, tfjs-node, wasm, cpu.',
  );
  await vi.waitFor(() => expect(forked().map(({ signalCode }) => signalCode)).toEqual(['SIGKILL']), 10_000);
});

test('a computing process that is killed is replaced, and its job done by the next', async () => {
  const { db, queue, env } = workshop;
  const worker = await startWorker(env);
  try {
    const { id } = await startExperiment(db, queue, interruptibleExperiment);
    const { startedAt } = await untilItTrains(db, id);
    forked()[0]!.kill('SIGKILL');
    await untilItEnds(db, id);
    const training = await findJob(db, id, 'train-model', 'parent');
    expect(training).toMatchObject({ status: 'done', error: null });
    expect(training.startedAt!.getTime()).toBeGreaterThan(startedAt!.getTime());
    expect(forked()).toHaveLength(2);
  } finally {
    await worker.stop();
  }
  await vi.waitFor(() => expect(forked()[1]!.signalCode).toBe('SIGKILL'), 10_000);
});

test('a training that is cancelled ends at once, stores nothing, and goes on from its checkpoint when it is tried again', async () => {
  const { db, queue, env, checkpoints } = workshop;
  const worker = await startWorker(env);
  try {
    const { id } = await startExperiment(db, queue, interruptibleExperiment);
    const { id: jobId } = await untilItTrains(db, id);
    await vi.waitFor(async () => expect(await checkpoints.read(jobId)).toBeDefined(), 10_000);
    await cancelJob(db, queue, jobId);
    await vi.waitFor(() => expect(forked()[0]!.signalCode).toBe('SIGKILL'), 3_000);
    expect(await findJob(db, id, 'train-model')).toMatchObject({ status: 'cancelled', error: null });
    expect(await db.manager.findOneBy(Model, { experimentId: id })).toMatchObject({ weightsDigest: null });
    expect(await checkpoints.read(jobId)).toBeDefined();
    await retryJob(db, queue, jobId);
    await untilItEnds(db, id);
    expect(await findJob(db, id, 'train-model')).toMatchObject({ status: 'done' });
  } finally {
    await worker.stop();
  }
});

test('a worker that is told to stop, even twice, gives its job back and leaves no process behind', async () => {
  const { db, queue, env } = workshop;
  const { child, ended } = startMain('main.ts', [], env);
  const { id } = await startExperiment(db, queue, interruptibleExperiment);
  const { id: jobId } = await untilItTrains(db, id);
  expect(await connections('kindred task')).toBeGreaterThan(0);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(await findJob(db, id, 'train-model', 'parent')).toMatchObject({ status: 'queued', startedAt: null });
  expect(await queue.isDelivered(jobId)).toBe(true);
  await vi.waitFor(async () => expect(await connections('kindred task')).toBe(0), 5_000);
});

test('a first experiment that is interrupted gives its jobs back too', async () => {
  const { db, env } = workshop;
  const { child, ended } = startMain('first-experiment/main.ts', [], env);
  const { id } = await vi.waitFor(() => db.manager.findOneByOrFail(Experiment, {}), 30_000);
  await untilItTrains(db, id);
  for (const _ of ['terminal', 'launcher']) child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('What was begun goes on at the next start.')]);
  expect(await findJob(db, id, 'train-model', 'parent')).toMatchObject({ status: 'queued', startedAt: null });
});
