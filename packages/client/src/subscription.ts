import type { Client } from 'graphql-ws/client';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';

/**
 * Answers of one subscription. The socket opens with the first of them and closes after the last subscription.
 * An object rather than a generator: leaving must end the subscription at once, not at its next answer.
 */
export function openSubscription<Result>(
  connect: () => Client,
  url: string,
  query: string,
  variables: unknown,
): AsyncIterableIterator<Result, undefined, undefined> {
  const answers = connect().iterate<Result>({ query, variables: variables as Record<string, unknown> });
  return {
    async next() {
      try {
        const { done, value } = await answers.next();
        return done ? { done, value: undefined } : { done: false, value: dataOf(value) };
      } catch (cause) {
        throw asKindredError(cause, url);
      }
    },
    async return() {
      await answers.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

interface Answer<Result> {
  data?: Result | null;
  errors?: readonly GraphError[];
}

function dataOf<Result>({ data, errors = [] }: Answer<Result>): Result {
  const [first, ...others] = errors;
  if (first) throw refusal([first, ...others]);
  if (data == null) throw new KindredError('UNKNOWN', 'The API sent a change without data.');
  return data;
}

/** graphql-ws throws the API's errors as an array, and its own as close events or Errors. */
function asKindredError(cause: unknown, url: string): KindredError {
  if (cause instanceof KindredError) return cause;
  if (Array.isArray(cause) && cause.length > 0) return refusal(cause as [GraphError, ...GraphError[]]);
  if (cause instanceof Error && /WebSocket implementation missing/i.test(cause.message)) {
    return new KindredError(
      'UNAVAILABLE',
      'This Node has no WebSocket: use Node 22 or later, or give createKindredClient the one of the npm package ws.',
      { cause },
    );
  }
  return unreachable(url, cause);
}
