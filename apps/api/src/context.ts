import type { ArtifactStore, ExperimentListener, JobQueue } from '@kindred/core';
import type { DataSource } from 'typeorm';
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
}

export function createContext(services: Services): Context {
  return { ...services, loaders: createLoaders(services.db) };
}
