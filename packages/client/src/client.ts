import { createClient, type Client as SocketClient } from 'graphql-ws/client';
import type { Transport } from './exchange.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import { type AddedImage, sendOwnImage } from './send-own-image.ts';
import { sendRequest } from './send-request.ts';
import { openSubscription } from './subscription.ts';
import { fetchArchive, type ImportedExperiment, sendArchive } from './transfer-archive.ts';

export interface KindredClientOptions {
  /** Where the graph is, for example `http://127.0.0.1:4000/graphql`. In a browser a path will do. */
  url: string;
  /** Sent along as `Authorization: Bearer …`. Default: none. */
  apiKey?: string | undefined;
  /** Milliseconds that each try may take. Default: 60 000. */
  timeoutMs?: number;
  /**
   * How often a query that failed in passing is sent again, after 0.2 s, 0.4 s, 0.8 s …, or when the API says, within
   * `patienceMs`; a mutation only if it never left or was turned away. Default: 3.
   */
  retries?: number;
  /** The longest pause before a try, in milliseconds. Default: `timeoutMs`. */
  patienceMs?: number;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** For subscriptions. Default: the global `WebSocket`; Node 20 has none: give it that of the npm package `ws`. */
  webSocket?: unknown;
}

export interface RequestOptions {
  /** Ends the request, and the tries that would follow, with its reason. */
  signal?: AbortSignal | undefined;
}

/** An operation without variables is called without them. */
type Variables<V> = Record<string, never> extends V ? [variables?: V] : [variables: V];
type Given<V> =
  Record<string, never> extends V
    ? [variables?: V, options?: RequestOptions]
    : [variables: V, options?: RequestOptions];

export interface KindredClient {
  /** One answer to a query or mutation. Throws a KindredError. */
  request<R, V>(document: TypedDocumentString<R, V>, ...rest: Given<V>): Promise<R>;
  /** Every answer to a subscription, until the loop over it is left. Throws a KindredError. */
  subscribe<R, V>(document: TypedDocumentString<R, V>, ...variables: Variables<V>): AsyncIterable<R>;
  /** The file that a digest of the graph names, checked against it. Throws a KindredError. */
  artifact(digest: string, options?: RequestOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** All of an experiment as a tar, as it comes. Throws a KindredError. */
  exportArchive(experiment: string, options?: RequestOptions): Promise<ReadableStream<Uint8Array>>;
  /** Makes the same experiment of such a tar. Throws a KindredError. */
  importArchive(tar: ReadableStream<Uint8Array>, options?: RequestOptions): Promise<ImportedExperiment>;
  /** Brings an experiment's networks a PNG, JPEG or WebP to look at. Throws a KindredError. */
  addOwnImage(experiment: string, image: { name: string; file: Blob }): Promise<AddedImage>;
}

/** The door to a Kindred API, for scripts in Node and for pages in a browser. */
export function createKindredClient(options: KindredClientOptions): KindredClient {
  const { url, apiKey, timeoutMs = 60_000, retries = 3, patienceMs = timeoutMs } = options;
  // Called at once and not kept, so that a test or a framework may still replace the global.
  const fetcher: typeof fetch = (input, init) => (options.fetch ?? fetch)(input, init);
  const transport: Transport = { url, apiKey, timeoutMs, retries, patienceMs, fetch: fetcher };
  let socket: SocketClient | undefined;
  const connect = () => {
    socket ??= createClient({
      url: absolute(url).href.replace(/^http/, 'ws'),
      connectionParams: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
      webSocketImpl: options.webSocket,
      retryAttempts: 2,
    });
    return socket;
  };
  return {
    request: (document, ...[variables, { signal } = {}]) =>
      sendRequest(transport, document, variables, signal),
    subscribe: (document, ...[variables]) => ({
      [Symbol.asyncIterator]: () => openSubscription(connect, url, document.toString(), variables),
    }),
    artifact: (digest, { signal } = {}) => fetchArtifact(transport, absolute(url), digest, signal),
    exportArchive: (experiment, { signal } = {}) =>
      fetchArchive(transport, absolute(url), experiment, signal),
    importArchive: (tar, { signal } = {}) => sendArchive(transport, absolute(url), tar, signal),
    addOwnImage: (experiment, image) => sendOwnImage(transport, absolute(url), experiment, image),
  };
}

/** In a browser a path is one of the page's own address. */
function absolute(url: string): URL {
  return new URL(url, 'location' in globalThis ? location.href : undefined);
}
