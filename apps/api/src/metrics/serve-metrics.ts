import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Gate } from '../access/gate.ts';
import { owner } from '../access/viewer.ts';
import type { Metrics } from './create-metrics.ts';

/**
 * `GET /metrics`, for Prometheus. They tell of all workspaces, so they are for whoever runs the server: who knows the secret, or the
 * owner where none is set.
 */
export function serveMetrics(metrics: Metrics, gate: Gate, secret: string | undefined): RequestHandler {
  return async (request, response) => {
    const allowed = secret
      ? brings(request.headers, secret)
      : (await gate.identify(request.headers)) === owner;
    if (!allowed)
      throw new DomainError(
        'UNAUTHENTICATED',
        'The metrics are for who runs this server: set KINDRED_METRICS_SECRET, and send it as `Authorization: Bearer …`.',
      );
    response.type(metrics.contentType).send(await metrics.print());
  };
}

function brings({ authorization = '' }: IncomingHttpHeaders, secret: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(authorization), digestOf(`Bearer ${secret}`));
}
