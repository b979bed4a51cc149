import type { Log, Span, Tracing } from '@kindred/core';
import type { RequestHandler, Response } from 'express';
import type { Metrics } from '../metrics/create-metrics.ts';
import { createRequestRecord, type RequestRecord } from './request-record.ts';

/** What may be told of an address: the rest of it is whatever a stranger wrote. */
const routes = ['graphql', 'artifacts', 'archives', 'api/auth', 'health', 'ready', 'metrics'];

/** Probes, scrapes and pictures come by the hundred; these are what people and scripts do. */
const told = ['graphql', 'archives', 'api/auth'];

/** Gives each request an id, and tells it once it is answered: one line in the log, one count in the metrics, one span. */
export function observeRequests(log: Log, metrics: Metrics, tracing: Tracing): RequestHandler {
  return (request, response, next) => {
    const record = createRequestRecord(log);
    const started = performance.now();
    response.locals.record = record;
    response.set('X-Request-Id', record.id);
    const { method, path } = request;
    response.once('close', () => {
      const route = routeOf(path);
      const ms = Math.round(performance.now() - started);
      metrics.answered(record, { route, status: response.statusCode, seconds: ms / 1000 });
      const level = told.includes(route) || response.statusCode >= 400 ? 'info' : 'debug';
      log[level]({ ...lineOf(record, response), method, route, ms }, 'Request');
      if (told.includes(route)) tracing.tell({ ...spanOf(record, response, `${method} ${route}`), ms });
    });
    next();
  };
}

/** Behind `observeRequests`. */
export function recordOf(response: Response): RequestRecord {
  return response.locals.record;
}

function lineOf({ id: requestId, operation, points, code }: RequestRecord, { locals, statusCode }: Response) {
  const { userId, apiKeyId } = locals.viewer ?? {};
  return { requestId, status: statusCode, operation, points, code, userId, apiKeyId };
}

/** Without whoever asked, and without what. */
function spanOf(
  { id, operation, points, code }: RequestRecord,
  { statusCode }: Response,
  otherwise: string,
): Omit<Span, 'ms'> {
  return {
    name: operation ?? otherwise,
    kind: 'SERVER',
    attributes: {
      'kindred.request.id': id,
      'graphql.operation.name': operation,
      'kindred.points': points,
      'http.response.status_code': statusCode,
    },
    failure: code ?? (statusCode >= 500 ? String(statusCode) : undefined),
  };
}

function routeOf(path: string): string {
  return routes.find((route) => `${path}/`.startsWith(`/${route}/`)) ?? 'other';
}
