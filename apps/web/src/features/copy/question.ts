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
  // The text as it is, by which a server knows its own; what is undefined isn't sent.
  return { about, query: document.toString(), variables: JSON.parse(JSON.stringify(variables)) };
}
