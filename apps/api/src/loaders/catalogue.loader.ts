import { Architecture, Dataset } from '@kindred/core';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

/** Milliseconds that what was read of the catalogue is answered. */
const goodForMs = 10_000;

/** For loaders that serve all requests: nearly every one asks, and the catalogue changes only where a worker of another version starts. */
const sharedCache = <Row>() => ({
  cacheMap: new LRUCache<string, Promise<Row | null>>({ max: 100, ttl: goodForMs }),
});

/** Architectures by name, with their layers from the input. */
export function createArchitectureLoader(db: DataSource) {
  return new DataLoader(async (names: readonly string[]) => {
    const architectures = await db.getRepository(Architecture).find({
      where: { name: In(names) },
      relations: { layers: true },
      order: { layers: { position: 'ASC' } },
    });
    return inOrder(names, architectures, ({ name }) => name);
  }, sharedCache<Architecture>());
}

/** Datasets by name. */
export function createDatasetLoader(db: DataSource) {
  return new DataLoader(async (names: readonly string[]) => {
    const datasets = await db.getRepository(Dataset).findBy({ name: In(names) });
    return inOrder(names, datasets, ({ name }) => name);
  }, sharedCache<Dataset>());
}
