import { exchange, type Transport } from './exchange.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';
import { mayTryAgain } from './may-try-again.ts';
import { withRetries } from './with-retries.ts';

interface GraphAnswer<Result> {
  data?: Result | null;
  errors?: GraphError[];
}

/**
 * Posts one operation, again where that is safe, and resolves to its data: by its hash, and with its text where the API doesn't know
 * it by that. Throws a KindredError for a refusal, or where no API answers.
 */
export function sendRequest<Result, Variables>(
  transport: Transport,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const query = document.toString();
  const post = (body: object) => postOnce<Result>(transport, { ...body, variables }, signal);
  const send = (body: object) =>
    withRetries(
      () => post(body),
      transport,
      (error) => mayTryAgain(error, query),
      signal,
    );
  const sha256Hash: unknown = document.__meta__?.hash;
  if (!sha256Hash) return send({ query });
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  return send({ extensions }).catch((error) => {
    if (isUnknownHash(error)) return send({ query, extensions });
    throw error;
  });
}

function postOnce<Result>(transport: Transport, body: object, signal: AbortSignal | undefined) {
  const { url } = transport;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  };
  return exchange(transport, url, init, (response) => readData<Result>(response, url), signal);
}

/** Of an API that hasn't seen the text since it started. Nothing has run. */
function isUnknownHash(error: unknown): boolean {
  return error instanceof KindredError && error.code === 'PERSISTED_QUERY_NOT_FOUND';
}

async function readData<Result>(response: Response, url: string): Promise<Result> {
  const { data, errors = [] } = await readAnswer<Result>(response, url);
  const [first, ...others] = errors;
  if (first) throw refusal([first, ...others], retryAfterMs(response));
  if (data == null) throw notAGraph(url);
  return data;
}

/** Of an API that counts what it is asked; a date, as others may send, is not waited for. */
function retryAfterMs({ headers }: Response): number | undefined {
  const seconds = headers.get('Retry-After') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

async function readAnswer<Result>(response: Response, url: string): Promise<GraphAnswer<Result>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphAnswer<Result>;
  } catch (cause) {
    // A proxy in between answers with a page of its own when the API behind it is down.
    if (response.status >= 500) throw unreachable(url, cause);
    throw notAGraph(url, response.status);
  }
}

function notAGraph(url: string, status?: number): KindredError {
  const came = status === undefined ? 'without data' : `with status ${status} and no JSON`;
  return new KindredError('UNREACHABLE', `${url} answered ${came}: it isn't a Kindred API.`);
}
