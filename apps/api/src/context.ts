import type { ArtifactStore, ExperimentListener, JobQueue } from '@kindred/core';
import type { DataSource } from 'typeorm';
import type { Viewer } from './access/viewer.ts';
import type { RequestRecord } from './http/request-record.ts';
import type { RateStanding } from './limits/rate-limit.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

/** What the server answers from; the same for every request. */
export interface Services {
  db: DataSource;
  queue: JobQueue;
  artifacts: ArtifactStore;
  events: ExperimentListener;
}

/** What a resolver sees. */
export interface Context extends Services {
  loaders: Loaders;
  /** Who asks. */
  viewer: Viewer;
  /** Whom the operation's points are taken from. */
  caller: string;
  record: RequestRecord;
  /** Known once the points are taken, before anything runs. */
  rateStanding?: RateStanding;
}

export function createContext(
  services: Services,
  viewer: Viewer,
  caller: string,
  record: RequestRecord,
): Context {
  return { ...services, viewer, loaders: createLoaders(services.db, viewer), caller, record };
}
