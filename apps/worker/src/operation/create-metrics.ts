import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type WorkerMetrics = ReturnType<typeof createMetrics>;

/** Seconds: from an evaluation of stored predictions to a training of a day. */
const durations = [0.1, 0.5, 1, 5, 15, 60, 300, 1800, 7200, 86_400];

/** What a worker does, each of its own registry. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const jobs = new Histogram({
    name: 'kindred_job_seconds',
    help: 'Attempts at jobs by kind and by the status that the job had afterwards, and how long each took',
    labelNames: ['kind', 'status'],
    buckets: durations,
    registers,
  });
  const processed = new Counter({
    name: 'kindred_processed_total',
    help: 'Images or steps computed, by kind of job; of a job that goes on from a checkpoint also those before it',
    labelNames: ['kind', 'unit'],
    registers,
  });
  collectDefaultMetrics({ register: registry });
  return { registry, jobs, processed };
}
