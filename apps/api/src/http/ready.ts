import { whyNotReady } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../services.ts';
import { version } from './version.ts';

/** Nobody has the database and the store asked more often. */
const freshMs = 1_000;

/** `GET /ready`: whether requests can be answered now, as `ok`; otherwise 503 and the reason, which tells strangers nothing. */
export function ready({ db, artifacts }: Pick<Services, 'db' | 'artifacts'>): RequestHandler {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<string | null> = Promise.resolve(null);
  return async (_request, response) => {
    if (performance.now() - asked > freshMs) {
      asked = performance.now();
      answer = whyNotReady(db, artifacts);
    }
    const reason = await answer;
    response.status(reason ? 503 : 200).json({ ok: !reason, version, ...(reason && { reason }) });
  };
}
