import { exchange, type Transport } from '../exchange.ts';
import { KindredError, unreachable } from '../kindred-error.ts';
import { mayAskAgain } from '../may-try-again.ts';
import { withRetries } from '../with-retries.ts';
import type { FetchFile } from './save-site.ts';

/** Files of a dashboard. A page that isn't there is undefined; it throws UNAVAILABLE where nothing answers. */
export function fetchFrom(dashboard: URL, apiKey: string | undefined): FetchFile {
  const transport: Transport = {
    url: dashboard.href,
    apiKey,
    fetch,
    timeoutMs: 60_000,
    retries: 3,
    patienceMs: 60_000,
  };
  const read = async (response: Response) => {
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status >= 500) throw unreachable(response.url);
    if (response.status === 404) return undefined;
    throw new KindredError('UNKNOWN', `${response.url} answered with status ${response.status}.`);
  };
  return (url) =>
    withRetries(() => exchange(transport, url, {}, read, undefined), transport, mayAskAgain, undefined);
}
