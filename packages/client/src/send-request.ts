import { exchange, type Transport } from './exchange.ts';
import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';
import { mayTryAgain } from './may-try-again.ts';
import { withRetries } from './with-retries.ts';

interface GraphAnswer<Result> {
  data?: Result | null;
  errors?: GraphError[];
}

/**
 * Posts one operation, again where that is safe, and resolves to its data. Throws a KindredError for a refusal, or where no API
 * answers.
 */
export function sendRequest<Result>(
  transport: Transport,
  query: string,
  variables: unknown,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const { url } = transport;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
  const read = (response: Response) => readData<Result>(response, url);
  const attempt = () => exchange(transport, url, init, read, signal);
  return withRetries(attempt, transport, (error) => mayTryAgain(error, query), signal);
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
