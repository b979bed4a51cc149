import { KindredError, unreachable } from './kindred-error.ts';

/** How an API is reached. */
export interface Transport {
  /** Of the graph. */
  url: string;
  fetch: typeof fetch;
  apiKey: string | undefined;
  /** Of each try. */
  timeoutMs: number;
  /** Tries after the first. */
  retries: number;
  /** The longest pause before one. */
  patienceMs: number;
}

/**
 * One HTTP exchange, read to its end. Throws a KindredError where nothing answers in time, and the signal's reason where it is
 * aborted.
 */
export async function exchange<Answer>(
  { fetch, apiKey, timeoutMs }: Transport,
  url: string,
  { headers, ...init }: RequestInit & { headers?: Record<string, string> },
  read: (response: Response) => Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...headers, ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    return await read(response);
  } catch (cause) {
    if (cause instanceof KindredError) throw cause;
    signal?.throwIfAborted();
    if (deadline.aborted) throw timedOut(url, timeoutMs, cause);
    throw unreachable(url, cause);
  }
}

function timedOut(url: string, timeoutMs: number, cause: unknown): KindredError {
  return new KindredError(
    'TIMEOUT',
    `${url} didn't answer within ${timeoutMs / 1000} s: ask for less, or allow it more time.`,
    { cause },
  );
}
