import type { Viewer } from '../access/viewer.ts';

/** Whom an operation's points are taken from: a key, a person, or where nobody signs in the address that a request came from. */
export function callerOf({ apiKeyId, userId }: Viewer, address: string): string {
  return apiKeyId ?? userId ?? address;
}
