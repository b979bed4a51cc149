import {
  type Architecture,
  type ArtifactStore,
  type Dataset,
  type ExperimentListener,
  type FindSimilar,
  type JobQueue,
  keepHashes,
  keepModelDistances,
  keepShelves,
  type MeasureModels,
  type ReadHashes,
} from '@kindred/core';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { createArchitectureLoader, createDatasetLoader } from './loaders/catalogue.loader.ts';

/** What the server works with; opened and closed by whoever starts it. */
export interface Resources {
  db: DataSource;
  queue: JobQueue;
  artifacts: ArtifactStore;
  events: ExperimentListener;
}

/** What the server answers from; the same for every request. */
export interface Services extends Resources {
  /** These keep what they answered from one request to the next. */
  readHashes: ReadHashes;
  measureModels: MeasureModels;
  findSimilar: FindSimilar;
  architecture: DataLoader<string, Architecture | null>;
  dataset: DataLoader<string, Dataset | null>;
}

export function createServices(resources: Resources): Services {
  const readHashes = keepHashes(resources.db, resources.events);
  return {
    ...resources,
    readHashes,
    measureModels: keepModelDistances(readHashes),
    findSimilar: keepShelves(resources.db, resources.events),
    architecture: createArchitectureLoader(resources.db),
    dataset: createDatasetLoader(resources.db),
  };
}
