import type { IncomingMessage } from 'node:http';

/** The address that a request came from: of a proxy where one stands in between, since what it says of others can be made up. */
export const callerOf = ({ socket }: Pick<IncomingMessage, 'socket'>): string => socket.remoteAddress ?? '';
