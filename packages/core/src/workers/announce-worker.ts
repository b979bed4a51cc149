import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { RunningWorker } from './running-worker.entity.ts';

const beatMs = 5_000;

export interface Announcement {
  /** Says that the worker is gone. */
  withdraw(): Promise<void>;
}

/** Lets others know of a worker and its labels for as long as it runs, and forgets those that weren't heard of for a day. */
export async function announceWorker(db: DataSource, labels: readonly string[]): Promise<Announcement> {
  const id = randomUUID();
  const workers = db.getRepository(RunningWorker);
  const beat = () => workers.upsert({ id, labels: [...labels], seenAt: () => 'now()' }, ['id']);
  await beat();
  await db.query(`delete from running_worker where seen_at < now() - interval '1 day'`);
  // One that is lost is made up for by the next.
  let last: Promise<unknown> = Promise.resolve();
  const beating = setInterval(() => {
    last = beat().catch(() => {});
  }, beatMs);
  return {
    async withdraw() {
      clearInterval(beating);
      await last;
      // What can't be said is found out.
      await workers.delete({ id }).catch(() => {});
    },
  };
}
