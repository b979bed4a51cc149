import { DomainError } from '@kindred/core';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { reportUnexpected, statusOf } from '../errors.ts';

export const notFound: RequestHandler = ({ path }, response) => {
  response.status(404).type('text/plain').send(`Nothing is at ${path}: the graph is at /graphql.\n`);
};

/** Answers as the graph does. A refusal says what it is; a body that is too large or no JSON carries its own status and a message to show. */
export const failed: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof DomainError) {
    const { code, message, retryAfterSeconds } = error;
    if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
    response.status(statusOf(code)).json({ errors: [{ message, extensions: { code } }] });
    return;
  }
  const { status, message, expose } = error;
  if (expose) response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_INPUT' } }] });
  else
    response
      .status(500)
      .json({ errors: [{ message: reportUnexpected(error), extensions: { code: 'INTERNAL' } }] });
};
