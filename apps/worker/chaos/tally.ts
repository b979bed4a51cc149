import { Job } from '@kindred/core';
import type { DataSource } from 'typeorm';
import type { Happened } from './scenario.ts';
import { countTwice, readResults } from './stored-results.ts';

export interface Tally {
  jobs: number;
  /** Jobs that didn't end as they were meant to, and results that aren't those of an undisturbed run. */
  lost: number;
  /** Results, and ends of jobs, that were stored more often than once. */
  twice: number;
  /** In sentences. */
  wrong: string[];
}

/** @param expected the results of an undisturbed run; those of jobs that are meant to fail may be missing */
export async function tally(
  db: DataSource,
  { experimentId, meant = new Map(), wrong = [] }: Happened,
  expected: ReadonlyMap<string, string>,
): Promise<Tally> {
  const jobs = await db.manager.find(Job, { where: { experimentId }, relations: { model: true } });
  const astray = jobs.filter(({ id, status }) => status !== (meant.get(id) ?? 'done'));
  const results = await readResults(db, experimentId);
  const other = [...results].filter(([name, result]) => expected.get(name) !== result);
  const missing = Math.max(0, expected.size - results.size - meant.size);
  return {
    jobs: jobs.length,
    lost: astray.length + other.length + missing,
    twice: await countTwice(db, experimentId),
    wrong: [
      ...wrong,
      ...astray.map(({ name, model, status, error }) => `${name} ${model?.name ?? ''} ${status}: ${error}`),
      ...other.map(([name]) => `${name}: not as in an undisturbed run`),
    ],
  };
}
