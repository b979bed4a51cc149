import type { Transport } from './exchange.ts';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';

/** What became of an archive. */
export interface ImportedExperiment {
  id: string;
  name: string;
  /** Whether it wasn't there before. */
  isNew: boolean;
}

const mediaType = 'application/x-tar';

/** An experiment's archive as a tar, as it comes. Throws a KindredError. */
export async function fetchArchive(
  transport: Transport,
  address: URL,
  experiment: string,
  signal: AbortSignal | undefined,
): Promise<ReadableStream<Uint8Array>> {
  const url = new URL(`/archives/${encodeURIComponent(experiment)}`, address).href;
  const { body } = await send(transport, url, { signal });
  return body!;
}

/** Sends such a tar. Throws a KindredError. */
export async function sendArchive(
  transport: Transport,
  address: URL,
  tar: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<ImportedExperiment> {
  const url = new URL('/archives', address).href;
  const body = { method: 'POST', headers: { 'content-type': mediaType }, body: tar, duplex: 'half' };
  return (await send(transport, url, { ...body, signal })).json();
}

/** Without a deadline: how long it takes is a matter of the archive's size. */
async function send(
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
