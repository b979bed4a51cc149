import { type GraphError, KindredError, refusal, unreachable } from './kindred-error.ts';

interface GraphAnswer<Result> {
  data?: Result | null;
  errors?: GraphError[];
}

/** Posts one operation and resolves to its data. Throws a KindredError for a refusal, or where no API answers. */
export async function sendRequest<Result>(
  fetcher: typeof fetch,
  url: string,
  query: string,
  variables: unknown,
): Promise<Result> {
  const answer = await readAnswer<Result>(await post(fetcher, url, { query, variables }), url);
  const [first, ...others] = answer.errors ?? [];
  if (first) throw refusal([first, ...others]);
  if (answer.data == null) throw notAGraph(url);
  return answer.data;
}

async function post(fetcher: typeof fetch, url: string, body: object): Promise<Response> {
  try {
    return await fetcher(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
    });
  } catch (cause) {
    throw unreachable(url, cause);
  }
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
