import type { TypedDocumentString } from '@kindred/client';

/** What a page asked of the API, plain enough to be handed to the browser. */
export interface Question {
  /** In words: `neurons`. */
  about: string;
  query: string;
  variables: Record<string, unknown>;
}

export function question<Result, Variables>(
  about: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Question {
  // What is undefined isn't sent.
  return { about, query: tidy(document.toString()), variables: JSON.parse(JSON.stringify(variables)) };
}

/** Generated documents begin each part four spaces in. */
function tidy(query: string): string {
  return query.trim().replaceAll(/\n\s*fragment /g, '\n\nfragment ');
}
