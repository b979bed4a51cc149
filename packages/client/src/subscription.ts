import type { Client } from 'graphql-ws/client';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';

/** Answers of one subscription. The socket opens with the first of them and closes after the last subscription. */
export async function* openSubscription<Result>(
  connect: () => Client,
  url: string,
  query: string,
  variables: unknown,
): AsyncGenerator<Result, void, void> {
  try {
    const answers = connect().iterate<Result>({ query, variables: variables as Record<string, unknown> });
    for await (const { data, errors } of answers) {
      const [first, ...others] = errors ?? [];
      if (first) throw refusal([first as GraphError, ...(others as GraphError[])]);
      if (data) yield data;
    }
  } catch (cause) {
    throw asKindredError(cause, url);
  }
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
