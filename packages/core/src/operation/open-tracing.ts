import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** For the schema of an `env.ts`: where spans are sent, by OTLP over HTTP; nowhere without. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is no address: write such as http://127.0.0.1:4318' })
    .optional(),
};

/** Something that took its time and has ended. */
export interface Span {
  name: string;
  /** A request that is answered, or a job that was taken from the queue. */
  kind: 'SERVER' | 'CONSUMER';
  /** How long it took, until now. */
  ms: number;
  /** Without those that are undefined. */
  attributes: Record<string, string | number | undefined>;
  /** Why it came to nothing; undefined where it didn't. */
  failure: string | undefined;
}

export interface Tracing {
  /** Tells a span, which is sent with others a little later. */
  tell(span: Span): void;
  /** Sends what hasn't been sent. */
  close(): Promise<void>;
}

/** For what hasn't been sent when a process ends. */
const patienceMs = 2_000;

/** Where nobody listens. */
export const silentTracing: Tracing = { tell() {}, close: async () => {} };

/**
 * Spans for a collector of OpenTelemetry's. What sends them is loaded only where there is one; a collector that is away costs spans
 * and nothing else.
 * @param service as the collector is to call this process
 */
export async function openTracing(service: string, endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return silentTracing;
  const [
    { SpanKind, SpanStatusCode },
    { OTLPTraceExporter },
    { BasicTracerProvider, BatchSpanProcessor },
    { resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('kindred');
  return {
    tell({ name, kind, ms, attributes, failure }) {
      const startTime = Date.now() - ms;
      const span = tracer.startSpan(name, { kind: SpanKind[kind], startTime, attributes });
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end(startTime + ms);
    },
    close: async () => {
      // The exporter tries a collector that is away for longer than the launcher waits.
      const patience = new AbortController();
      const late = sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([provider.shutdown().catch(() => {}), late]);
      patience.abort();
    },
  };
}
