import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Appends to `X-Forwarded-For` the address that each request came from, as every proxy should: what the API is passed then ends in
 * something that nobody made up. Next itself leaves what a browser wrote there. Websockets, which it passes on in another way, change
 * nothing and are counted by person.
 */
subscribe('http.server.request.start', (message) => {
  const { headers, socket } = (message as { request: IncomingMessage }).request;
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');
});
