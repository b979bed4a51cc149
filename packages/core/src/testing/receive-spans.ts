import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  name: string;
  service: string;
  /** By their keys, as text. */
  attributes: Record<string, string>;
  failed: boolean;
  ms: number;
}

export interface SpanReceiver {
  endpoint: string;
  spans: ReceivedSpan[];
  close(): void;
}

/** A collector of OpenTelemetry's that keeps what it is sent. */
export async function receiveSpans(): Promise<SpanReceiver> {
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/v1/traces') spans.push(...readSpans(JSON.parse(body)));
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, spans, close: () => void server.close() };
}

// biome-ignore lint/suspicious/noExplicitAny: the protocol's JSON.
function readSpans({ resourceSpans }: any): ReceivedSpan[] {
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's JSON.
  return resourceSpans.flatMap(({ resource, scopeSpans }: any) =>
    // biome-ignore lint/suspicious/noExplicitAny: the protocol's JSON.
    scopeSpans.flatMap(({ spans }: any) =>
      // biome-ignore lint/suspicious/noExplicitAny: the protocol's JSON.
      spans.map(({ name, attributes, status, startTimeUnixNano, endTimeUnixNano }: any) => ({
        name,
        service: read(resource.attributes)['service.name'],
        attributes: read(attributes),
        failed: status?.code === 2,
        ms: Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6,
      })),
    ),
  );
}

function read(attributes: { key: string; value: Record<string, unknown> }[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));
}
