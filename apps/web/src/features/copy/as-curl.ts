import type { Question } from './question.ts';

/**
 * A command for sh, bash and zsh that asks the same; `url` is asked unless KINDRED_URL names another one. Curl leaves a header without
 * a value out.
 */
export function asCurl({ query, variables }: Question, url: string): string {
  // In JSON a quote may be written by its number, and then it ends no string of the shell.
  const body = JSON.stringify({ query, variables }).replaceAll("'", '\\u0027');
  return `curl --silent --show-error --fail-with-body "\${KINDRED_URL:-${url}}" \\
  --header 'content-type: application/json' \\
  --header "authorization: \${KINDRED_API_KEY:+Bearer $KINDRED_API_KEY}" \\
  --data '${body}'
`;
}
