import { setTimeout as sleep } from 'node:timers/promises';
import { countJobs } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';
import { version } from './version.ts';

/** A database that is silent shall not make this process look dead. */
const patienceMs = 1_000;

/**
 * `GET /health`: that this process is alive, by answering 200; whether the database answers, as `ok`; and what one looks at first
 * where nothing goes on: the version, jobs that are queued and running (null without the database), and free bytes on the artifacts'
 * disk (null before the first artifact, and in a bucket).
 */
export function health({ db, artifacts }: Pick<Services, 'db' | 'artifacts'>): RequestHandler {
  return async (_request, response) => {
    const counting = countJobs(db).catch(() => null);
    const jobs = await Promise.race([counting, sleep(patienceMs, null, { ref: false })]);
    const freeBytes = await artifacts.freeBytes().catch(() => null);
    response.json({ ok: jobs !== null, version, jobs, freeBytes });
  };
}
