import { setTimeout as sleep } from 'node:timers/promises';
import { countJobs } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Gate } from '../access/gate.ts';
import type { Services } from '../services.ts';
import { version } from './version.ts';

/** A database that is silent shall not make this process look dead. */
const patienceMs = 1_000;

/**
 * `GET /health`: that this process is alive, by answering 200; whether the database answers, as `ok`; and what one looks at first
 * where nothing goes on: the version, jobs that are queued and running (null without the database), and free bytes on the artifacts'
 * disk (null before the first artifact, and in a bucket). Who isn't let in hears `ok` and the version alone.
 */
export function health({ db, artifacts }: Pick<Services, 'db' | 'artifacts'>, gate: Gate): RequestHandler {
  return async ({ headers }, response) => {
    const [jobs, viewer] = await Promise.all([inTime(countJobs(db)), inTime(gate.identify(headers))]);
    const freeBytes = await artifacts.freeBytes().catch(() => null);
    response.json({ ok: jobs !== null, version, ...(viewer && { jobs, freeBytes }) });
  };
}

function inTime<T>(asked: Promise<T>): Promise<T | null> {
  return Promise.race([asked.catch(() => null), sleep(patienceMs, null, { ref: false })]);
}
