import type { Transport } from './exchange.ts';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';

/** A request for bytes, or with some, without a deadline: how long it takes is a matter of their size. Throws a KindredError. */
export async function sendBytes(
  { fetch, apiKey }: Transport,
  url: string,
  { headers, signal, ...init }: Omit<RequestInit, 'signal'> & { signal: AbortSignal | undefined },
): Promise<Response> {
  const response = await fetch(url, {
    ...init,
    headers: { ...headers, ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
    cache: 'no-store',
    ...(signal && { signal }),
  }).catch((cause) => {
    signal?.throwIfAborted();
    throw cause?.cause instanceof KindredError ? cause.cause : unreachable(url, cause);
  });
  if (response.ok) return response;
  const { errors } = (await response.json().catch(() => ({}))) as { errors?: [GraphError] };
  throw errors?.[0]
    ? refusal(errors)
    : new KindredError('UNREACHABLE', `${url} answered with status ${response.status}.`);
}
