import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ArtifactStore, DomainError, whyNotReady } from '@kindred/core';
import type { DataSource } from 'typeorm';
import type { WorkerMetrics } from './create-metrics.ts';
import type { JobObserver } from './observe-jobs.ts';

interface Subject {
  db: DataSource;
  artifacts: ArtifactStore;
  metrics: WorkerMetrics;
  observer: JobObserver;
}

interface Answer {
  status: number;
  type: string;
  text: string;
}

export interface OperationServer {
  port: number;
  close(): void;
}

/** Answers whoever runs workers: `/health` that this one is alive, `/ready` whether it can work, or 503 and why not, and `/metrics`. */
export async function serveOperation(host: string, port: number, subject: Subject): Promise<OperationServer> {
  const http = createServer(async ({ url }, response) => {
    const { status, type, text } = await answer(url, subject).catch(() =>
      plain(500, 'Something went wrong.'),
    );
    response.writeHead(status, { 'Content-Type': type }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', (cause) => reject(taken(host, port, cause)));
    http.listen(port, host, resolve);
  });
  return { port: (http.address() as AddressInfo).port, close: () => http.close() };
}

async function answer(url: string | undefined, subject: Subject): Promise<Answer> {
  switch (url) {
    case '/health':
      return json(200, { ok: true });
    case '/ready': {
      const reason = await whyNotReady(subject.db, subject.artifacts);
      return reason ? json(503, { ok: false, reason }) : json(200, { ok: true });
    }
    case '/metrics': {
      await subject.observer.countProgress().catch(() => {});
      const { registry } = subject.metrics;
      return { status: 200, type: registry.contentType, text: await registry.metrics() };
    }
    default:
      return plain(404, 'There are /health, /ready and /metrics.');
  }
}

function json(status: number, value: object): Answer {
  return { status, type: 'application/json', text: JSON.stringify(value) };
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain', text: `${text}\n` };
}

function taken(host: string, port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  const way = 'free it, or set KINDRED_WORKER_PORT to another';
  return new DomainError('UNAVAILABLE', `Port ${port} of ${host} is taken: ${way}.`, { cause });
}
