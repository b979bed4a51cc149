import { KindredError } from './kindred-error.ts';

/** Nothing was connected, so nothing was sent. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Whether a failed query may be sent once more: nothing changes by asking twice. */
export function mayAskAgain(error: unknown): boolean {
  return error instanceof KindredError && error.passing;
}

/** The same of any operation: a mutation only if it never left or was turned away at the door, since else it may have been done. */
export function mayTryAgain(error: unknown, document: string): boolean {
  return mayAskAgain(error) && (!mayMutate(document) || neverLeft(error) || turnedAway(error));
}

/** Points are counted before anything runs. */
function turnedAway(error: unknown): boolean {
  return error instanceof KindredError && error.code === 'RATE_LIMITED';
}

/** A query that has the word somewhere else is taken for a mutation too, which does no harm. */
function mayMutate(document: string): boolean {
  return /\bmutation\b/.test(document);
}

/** `fetch` hides the reason in the cause of its error. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return unsentCodes.has(String(code)) || neverLeft(error.cause);
}
