import { exchange, type Transport } from './exchange.ts';
import { KindredError, unreachable } from './kindred-error.ts';
import { mayAskAgain } from './may-try-again.ts';
import { withRetries } from './with-retries.ts';

/** The bytes that a digest names, which are checked against it. Throws a KindredError, NOT_FOUND where there are none. */
export function fetchArtifact(
  transport: Transport,
  address: URL,
  digest: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(`/artifacts/${encodeURIComponent(digest)}`, address).href;
  const attempt = async () => {
    const bytes = await exchange(transport, url, {}, (response) => readBytes(response, url), signal);
    if ((await sha256(bytes)) !== digest)
      throw new KindredError('UNKNOWN', `What came from ${url} isn't what it is named for: fetch it again.`);
    return bytes;
  };
  return withRetries(attempt, transport.retries, mayAskAgain, signal);
}

async function readBytes(response: Response, url: string): Promise<Uint8Array<ArrayBuffer>> {
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  if (response.status >= 500) throw (await readAltered(response)) ?? unreachable(url);
  throw new KindredError('NOT_FOUND', `Nothing is at ${url} (status ${response.status}).`);
}

/** What the API says where the file that it keeps isn't the one that it should be. */
async function readAltered(response: Response): Promise<KindredError | undefined> {
  const { errors: [error] = [] } = await response.json().catch(() => ({}));
  return error?.extensions?.code === 'ALTERED' ? new KindredError('ALTERED', error.message) : undefined;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
