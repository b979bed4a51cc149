import { readFileSync } from 'node:fs';
import { countJobs } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/**
 * `GET /health`: whether the database answers, as `ok`, and what one looks at first where nothing goes on: the version, jobs that
 * are queued and running (null without the database), and free bytes on the artifacts' disk (null before the first
 * artifact, and where they are in a bucket).
 */
export function health({ db, artifacts }: Pick<Services, 'db' | 'artifacts'>): RequestHandler {
  return async (_request, response) => {
    const jobs = await countJobs(db).catch(() => null);
    const freeBytes = await artifacts.freeBytes().catch(() => null);
    response.status(jobs ? 200 : 503).json({ ok: jobs !== null, version, jobs, freeBytes });
  };
}
