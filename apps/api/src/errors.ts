import { HeaderMap } from '@apollo/server';
import { DomainError, type DomainErrorCode } from '@kindred/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import type { RequestRecord } from './http/request-record.ts';

/** PostgreSQL's codes: for a statement that was cancelled after the time that main.ts allows, for a zero byte in a text. */
const [statementTimeout, badCharacter] = ['57014', '22021'];

/** What a client may know of an error: a refusal and a faulty operation in full, of all else where the log has it. */
export function publicError(
  thrown: unknown,
  { report }: Pick<RequestRecord, 'report'>,
): GraphQLFormattedError {
  const error = asGraphQLError(thrown);
  const { message, locations, path } = error.toJSON();
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const cause = asRefusal(rootCause(error));
  if (cause instanceof DomainError)
    return { message: cause.message, ...where, extensions: { code: cause.code } };
  if (isFaultyOperation(cause))
    return { message, ...where, extensions: { code: error.extensions.code ?? 'BAD_INPUT' } };
  return { message: report(cause), ...where, extensions: { code: 'INTERNAL' } };
}

/** The error as graphql knows errors, with the one that was thrown inside. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** The same error, for Apollo to answer with a status of its own instead of 500. */
export function refusedRequest(thrown: unknown): GraphQLError {
  const { message, nodes, originalError } = asGraphQLError(thrown);
  const refusal = originalError instanceof DomainError ? originalError : undefined;
  const headers = new HeaderMap();
  if (refusal?.retryAfterSeconds) headers.set('Retry-After', String(refusal.retryAfterSeconds));
  const http = { status: refusal ? statusOf(refusal.code) : 400, headers };
  return new GraphQLError(message, { nodes, originalError, extensions: { http } });
}

const statuses: Partial<Record<DomainErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNKNOWN_OPERATION: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  ALTERED: 500,
  // As the protocol has it: clients look into the answer.
  PERSISTED_QUERY_NOT_FOUND: 200,
};

/** Of a request that was refused as a whole. */
export function statusOf(code: DomainErrorCode): number {
  return statuses[code] ?? 400;
}

/** GraphQL wraps what a resolver or a scalar throws, sometimes twice. */
function rootCause(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

/** What PostgreSQL refuses and the caller can mend. */
function asRefusal(error: Error): Error {
  const code = error instanceof QueryFailedError && error.driverError.code;
  if (code === statementTimeout)
    return new DomainError(
      'TIMEOUT',
      'The database took too long over this and was stopped: ask for less at once, with smaller pages or fewer models.',
    );
  if (code === badCharacter)
    return new DomainError(
      'BAD_INPUT',
      'A text holds the character U+0000, which no name has: leave it out.',
    );
  return error;
}

/** Found before anything ran: an error with a path is a field's. */
function isFaultyOperation(error: Error): boolean {
  return error instanceof GraphQLError && error.path === undefined;
}
