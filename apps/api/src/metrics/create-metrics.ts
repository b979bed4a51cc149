import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { RequestRecord } from '../http/request-record.ts';
import { measureDatabase } from './measure-database.ts';

export interface Metrics {
  /** Counts a request that was answered. */
  answered(record: RequestRecord, how: { route: string; status: number; seconds: number }): void;
  /** All of them in Prometheus's text format. */
  print(): Promise<string>;
  contentType: string;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/** What this process does, and how the jobs stand. Every label has few values, whatever is asked. */
export function createMetrics(db: DataSource): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'kindred_http_requests_total',
    help: 'Requests that were answered',
    labelNames: ['route', 'status'],
    registers,
  });
  const operations = new Histogram({
    name: 'kindred_operation_seconds',
    help: 'Operations of the graph by the field that they ask for, and how long each took',
    labelNames: ['operation'],
    buckets: seconds,
    registers,
  });
  const errors = new Counter({
    name: 'kindred_errors_total',
    help: 'Requests that failed, by the code that they were answered with',
    labelNames: ['code'],
    registers,
  });
  // Event-loop lag, heap, garbage collections, open files.
  collectDefaultMetrics({ register: registry });
  const askDatabase = measureDatabase(db, registry);
  return {
    answered({ field, code }, { route, status, seconds }) {
      requests.inc({ route, status });
      if (field) operations.observe({ operation: field }, seconds);
      if (code) errors.inc({ code });
    },
    async print() {
      await askDatabase();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
