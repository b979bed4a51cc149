import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import { DomainError, type Log, silentLog, silentTracing, type Tracing } from '@kindred/core';
import express, { type Express, type Request, type Response } from 'express';
import type { Disposable } from 'graphql-ws';
import { type Gate, openGate } from './access/gate.ts';
import { createContext } from './context.ts';
import { type ArchiveSettings, giveArchive, takeArchive } from './http/archives.ts';
import { serveArtifact } from './http/artifacts.ts';
import { failed, notFound } from './http/failures.ts';
import { findOperation } from './http/find-operation.ts';
import { createGraph } from './http/graph.ts';
import { serveGraphiql } from './http/graphiql/serve-graphiql.ts';
import { health } from './http/health.ts';
import { identify, viewerOf } from './http/identify.ts';
import { serveLiveGraph } from './http/live-graph.ts';
import { observeRequests, recordOf } from './http/observe-requests.ts';
import { anyOperation, knownOperations } from './http/operation-texts.ts';
import { takeOwnImage } from './http/own-images.ts';
import { ready } from './http/ready.ts';
import { createRateLimit, defaultPointsPerMinute } from './limits/rate-limit.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { buildSchema } from './schema/build-schema.ts';
import type { Services } from './services.ts';

export interface ServerSettings {
  /** Whether clients may ask for the schema; default true. */
  introspection?: boolean;
  /** The texts of the only operations that are run, by their SHA-256; default any. */
  known?: ReadonlyMap<string, string>;
  /** What a caller may spend, a point for 100 values that an answer may hold; default 100,000. */
  pointsPerMinute?: number;
  /** Of an archive that may be imported, default 32 GiB. */
  mostArchiveBytes?: number;
  /** Who is let in; default its owner, everybody on this machine. */
  gate?: Gate;
  /** Who sends it may read the metrics; without one only the owner may. */
  metricsSecret?: string;
  /** Default nobody listens. */
  log?: Log;
  /** Default none; the caller closes it. */
  tracing?: Tracing;
}

/** A large archive may come by a slow line; all else is small. */
const requestTimeoutMs = 3_600_000;

/** Longer than proxies keep an idle connection, which they would use once more while we end it. */
const keepAliveTimeoutMs = 75_000;

export interface Server {
  /** Answers with the port, which the system chooses for 0. Throws UNAVAILABLE when the port is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Answers what is under way, ends websockets, and listens no more. */
  close(): Promise<void>;
}

/**
 * The graph over HTTP and websockets at `/graphql`, artifacts, archives, own images and metrics, all behind the gate; and for anybody, whether the
 * server is alive and ready.
 */
export function createServer(services: Services, settings: ServerSettings = {}): Server {
  const {
    introspection = true,
    pointsPerMinute = defaultPointsPerMinute,
    mostArchiveBytes: mostBytes = 32 * 2 ** 30,
    gate = openGate,
    log = silentLog,
    tracing = silentTracing,
  } = settings;
  const texts = settings.known ? knownOperations(settings.known) : anyOperation();
  const rateLimit = createRateLimit(pointsPerMinute);
  // An answer to a POST is never asked whether it changed, and artifacts bring their own tags.
  const app = express().disable('x-powered-by').disable('etag');
  const http = createHttpServer(
    { requestTimeout: requestTimeoutMs, keepAliveTimeout: keepAliveTimeoutMs },
    app,
  );
  const schema = buildSchema();
  const graph = createGraph(schema, http, { introspection, rateLimit, log });
  const metrics = createMetrics(services.db);
  let liveGraph: Disposable | undefined;
  return {
    async listen(port, host) {
      await graph.start();
      const contextOf = (request: Request, response: Response) =>
        createContext(services, gate, viewerOf(response), gate.addressOf(request), recordOf(response));
      const context = async ({ req, res }: { req: Request; res: Response }) => contextOf(req, res);
      app.use(observeRequests(log, metrics, tracing));
      app.get('/metrics', serveMetrics(metrics, gate, settings.metricsSecret));
      const archives = { contextOf, rateLimit, mostBytes };
      addRoutes(app, [findOperation(texts), expressMiddleware(graph, { context })], services, gate, archives);
      const chosen = await listen(http, port, host);
      liveGraph = serveLiveGraph(schema, http, services, { texts, rateLimit, gate, log });
      return chosen;
    },
    async close() {
      await liveGraph?.dispose();
      await graph.stop();
      await gate.close();
    },
  };
}

function addRoutes(
  app: Express,
  graph: express.RequestHandler[],
  services: Services,
  gate: Gate,
  archives: ArchiveSettings,
): void {
  app.get('/health', health(services, gate));
  app.get('/ready', ready(services));
  if (gate.routes) app.use(gate.routes);
  app.get('/artifacts/:digest{/:name}', identify(gate), serveArtifact(services));
  app.get('/archives/:experiment', identify(gate), giveArchive(archives));
  app.post('/archives', identify(gate), takeArchive(archives));
  app.post('/own-images/:experiment', identify(gate), takeOwnImage(archives));
  app.use('/graphql', serveGraphiql());
  app.use('/graphql', identify(gate), express.json({ limit: '1mb' }), graph);
  app.use(notFound);
  app.use(failed);
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause);
      reject(
        new DomainError(
          'UNAVAILABLE',
          `Port ${port} of ${host} is taken: free it, or set KINDRED_API_PORT to another.`,
        ),
      );
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}
