import { randomUUID } from 'node:crypto';
import { DomainError } from '@kindred/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What a client may know of an error: a refusal and a faulty query in full, of all else where the log has it. */
export function publicError(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const cause = rootCause(error);
  if (cause instanceof DomainError) return { message: cause.message, ...where, extensions: { code: cause.code } };
  if (cause instanceof GraphQLError) {
    const code = extensions?.code ?? 'BAD_INPUT';
    return { message, ...where, extensions: { code } };
  }
  return { message: reportUnexpected(cause), ...where, extensions: { code: 'INTERNAL' } };
}

/** Logs an error that no caller can mend; answers with the sentence for the caller. */
export function reportUnexpected(error: unknown): string {
  const requestId = randomUUID();
  console.error(`Request ${requestId} failed:`, error);
  return `Something went wrong on our side; the log has it under ${requestId}.`;
}

/** GraphQL wraps what a resolver or a scalar throws, sometimes twice. */
function rootCause(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
