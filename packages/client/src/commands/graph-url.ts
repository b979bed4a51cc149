import { UsageError } from './usage-error.ts';

/** Where the graph is, also where only the server is named. Throws a UsageError for what is no address of one. */
export function graphUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `"${text}" is no address of an API: write one such as http://127.0.0.1:4000/graphql, in --url or KINDRED_URL.`,
    );
  return url.pathname === '/' ? new URL('/graphql', url) : url;
}
