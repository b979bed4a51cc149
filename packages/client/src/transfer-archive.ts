import type { Transport } from './exchange.ts';
import { sendBytes } from './send-bytes.ts';

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
  const { body } = await sendBytes(transport, url, { signal });
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
  return (await sendBytes(transport, url, { ...body, signal })).json();
}
