import { readJobFigures } from '@kindred/core';
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** Answers with what asks the database how the jobs stand, to be called before each scrape. Where it doesn't answer, that is told. */
export function measureDatabase(db: DataSource, registry: Registry): () => Promise<void> {
  const registers = [registry];
  const jobs = new Gauge({
    name: 'kindred_jobs',
    help: 'Jobs by kind and status',
    labelNames: ['kind', 'status'],
    registers,
  });
  const ready = new Gauge({
    name: 'kindred_ready_jobs',
    help: 'Jobs that a worker could take now',
    registers,
  });
  const oldest = new Gauge({
    name: 'kindred_oldest_ready_job_seconds',
    help: 'How long the job has waited that waits longest for a worker; 0 without one',
    registers,
  });
  const up = new Gauge({ name: 'kindred_database_up', help: '1 where the database answers', registers });
  new Gauge({
    name: 'kindred_database_connections',
    help: 'Connections of this process by what they do, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = (db.driver as unknown as { master: Pool }).master;
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'awaited' }, waitingCount);
    },
  });
  return async () => {
    const figures = await readJobFigures(db).catch(() => null);
    for (const gauge of [jobs, ready, oldest]) gauge.reset();
    up.set(figures ? 1 : 0);
    if (!figures) return;
    for (const { kind, status, count } of figures.counts) jobs.set({ kind, status }, count);
    ready.set(figures.ready);
    oldest.set(figures.oldestReadySeconds);
  };
}
