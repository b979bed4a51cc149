import { DomainError } from '@kindred/core';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { statusOf } from '../errors.ts';
import { recordOf } from './observe-requests.ts';
import type { RequestRecord } from './request-record.ts';

export const notFound: RequestHandler = ({ path }, response) => {
  response.status(404).type('text/plain').send(`Nothing is at ${path}: the graph is at /graphql.\n`);
};

/** Answers as the graph does. A refusal says what it is; a body that is too large or no JSON carries its own status and a message to show. */
export const failed: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const record = recordOf(response);
  const { status, code, message } = told(error, record);
  record.code = code;
  if (error.retryAfterSeconds !== undefined) response.set('Retry-After', String(error.retryAfterSeconds));
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
};

// biome-ignore lint/suspicious/noExplicitAny: whatever was thrown.
function told(error: any, { report }: RequestRecord): { status: number; code: string; message: string } {
  if (error instanceof DomainError)
    return { status: statusOf(error.code), code: error.code, message: error.message };
  if (error.expose) return { status: error.status, code: 'BAD_INPUT', message: error.message };
  return { status: 500, code: 'INTERNAL', message: report(error) };
}
