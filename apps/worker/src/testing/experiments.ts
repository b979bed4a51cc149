import { Job } from '@kindred/core';
import type { DataSource } from 'typeorm';
import { expect, vi } from 'vitest';

export * from './small-experiments.ts';

/** The job of that name that makes or looks at a model, by default the parent. */
export function findJob(db: DataSource, experimentId: string, name: string, model = 'parent'): Promise<Job> {
  return db.manager.findOneByOrFail(Job, { experimentId, name, model: { name: model } });
}

/** Until none of its jobs will run any more. */
export function untilItEnds(db: DataSource, experimentId: string): Promise<void> {
  return vi.waitFor(
    async () => {
      const jobs = await db.manager.findBy(Job, { experimentId });
      for (const { status } of jobs) expect(status).toMatch(/done|failed|cancelled/);
    },
    { timeout: 90_000, interval: 200 },
  );
}

/** The job of its first training, once steps of it are done. */
export function untilItTrains(db: DataSource, experimentId: string): Promise<Job> {
  return vi.waitFor(
    async () => {
      const job = await findJob(db, experimentId, 'train-model');
      expect(job.progressDone).toBeGreaterThan(0);
      return job;
    },
    { timeout: 90_000, interval: 50 },
  );
}
