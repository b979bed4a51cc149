import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../access/viewer.ts';

/**
 * Whom an operation's points are taken from: a key, a person, or the address that a request came from. Of a proxy where one stands in
 * between, since what it says of others can be made up.
 */
export function callerOf({ apiKeyId, userId }: Viewer, { socket }: Pick<IncomingMessage, 'socket'>): string {
  return apiKeyId ?? userId ?? socket.remoteAddress ?? '';
}
