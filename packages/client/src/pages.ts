import type { KindredClient, RequestOptions } from './client.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import { KindredError } from './kindred-error.ts';

/** A page of a connection, as an operation asks for it. */
export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * The nodes of a connection, one after the other, for `for await`. A page is asked for when the loop gets there; leaving the loop
 * asks for no more. `variables` may say where to start with `after`. Where there is no connection there are no nodes.
 * Throws a KindredError, also for a page that ends where an earlier one did, which would have no end.
 */
export async function* pages<R, V extends { after?: string | null }, Node>(
  client: Pick<KindredClient, 'request'>,
  document: TypedDocumentString<R, V>,
  variables: V,
  pageOf: (answer: R) => Page<Node> | null | undefined,
  options?: RequestOptions,
): AsyncGenerator<Node, void, undefined> {
  // Whether an open V wants variables can't be told; one that has `after` may be given them.
  const request = client.request as (document: unknown, variables: V, options?: RequestOptions) => Promise<R>;
  const seen = new Set([null, variables.after ?? null]);
  for (let after = variables.after; ; ) {
    const page = pageOf(await request(document, { ...variables, after }, options));
    if (!page) return;
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
    if (seen.has(after)) throw stuck(after);
    seen.add(after);
  }
}

function stuck(cursor: string | null): KindredError {
  return new KindredError(
    'UNKNOWN',
    `The API says that there is more after the cursor ${JSON.stringify(cursor)}, where it was before: the pages have no end.`,
  );
}
