import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';

/** `GET /health`: whether the database answers. */
export function health({ db }: Pick<Services, 'db'>): RequestHandler {
  return async (_request, response) => {
    const ok = await db.query('select 1').then(
      () => true,
      () => false,
    );
    response.status(ok ? 200 : 503).json({ ok });
  };
}
