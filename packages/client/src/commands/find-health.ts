import { KindredError } from '../kindred-error.ts';

/** What `GET /health` tells; where people sign in, the latter two to a key alone. */
export interface Health {
  ok: boolean;
  version: string;
  /** Null without the database. */
  jobs?: { queued: number; running: number } | null;
  /** On the artifacts' disk; null before the first artifact. */
  freeBytes?: number | null;
}

const patienceMs = 5_000;

/** How the API of a graph says that it is. Throws UNREACHABLE, with what to do, where none says so. */
export async function findHealth(graph: URL, apiKey?: string): Promise<Health> {
  const url = new URL('/health', graph);
  const headers: HeadersInit = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  const text = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) })
    .then((response) => response.text())
    .catch((cause) => {
      const why = cause.name === 'TimeoutError' ? `is silent for ${patienceMs / 1000} s` : 'can’t be reached';
      throw unreachable(`${url.href} ${why}: run npm start, or give --url the right address`, cause);
    });
  try {
    const health = JSON.parse(text);
    if (typeof health.version === 'string') return health;
  } catch {
    // No JSON: no health.
  }
  throw unreachable(
    `${url.href} is no health of a Kindred of today: give --url the API’s address, or update it`,
  );
}

function unreachable(message: string, cause?: unknown): KindredError {
  return new KindredError('UNREACHABLE', message, { cause });
}
