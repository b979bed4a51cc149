import { createClient, type Client as SocketClient } from 'graphql-ws/client';
import type { TypedDocumentString } from './generated/graphql.ts';
import { sendRequest } from './send-request.ts';
import { openSubscription } from './subscription.ts';

export interface KindredClientOptions {
  /** Where the graph is, for example `http://127.0.0.1:4000/graphql`. In a browser a path will do. */
  url: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** For subscriptions. Default: the global `WebSocket`; Node 20 has none: give it that of the npm package `ws`. */
  webSocket?: unknown;
}

/** An operation without variables is called without them. */
type Variables<V> = Record<string, never> extends V ? [variables?: V] : [variables: V];

export interface KindredClient {
  /** One answer to a query or mutation. Throws a KindredError. */
  request<R, V>(document: TypedDocumentString<R, V>, ...variables: Variables<V>): Promise<R>;
  /** Every answer to a subscription, until the loop over it is left. Throws a KindredError. */
  subscribe<R, V>(document: TypedDocumentString<R, V>, ...variables: Variables<V>): AsyncIterable<R>;
}

/** The door to a Kindred API, for scripts in Node and for pages in a browser. */
export function createKindredClient(options: KindredClientOptions): KindredClient {
  // Called at once and not kept, so that a test or a framework may still replace the global.
  const fetcher: typeof fetch = (input, init) => (options.fetch ?? fetch)(input, init);
  let socket: SocketClient | undefined;
  const connect = () => {
    socket ??= createClient({
      url: socketUrl(options.url),
      webSocketImpl: options.webSocket,
      retryAttempts: 2,
    });
    return socket;
  };
  return {
    request: (document, ...[variables]) => sendRequest(fetcher, options.url, document.toString(), variables),
    subscribe: (document, ...[variables]) => ({
      [Symbol.asyncIterator]: () => openSubscription(connect, options.url, document.toString(), variables),
    }),
  };
}

function socketUrl(url: string): string {
  const base = 'location' in globalThis ? location.href : undefined;
  const address = new URL(url, base);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
}
