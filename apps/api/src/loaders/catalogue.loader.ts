import { Architecture, Dataset } from '@kindred/core';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

/** Milliseconds that what was read of an architecture is answered. */
const goodForMs = 10_000;

/**
 * Architectures by name, with their layers from the input. It serves all requests: nearly every one asks, and they change only where
 * a worker of another version starts.
 */
export function createArchitectureLoader(db: DataSource) {
  const read = async (names: readonly string[]) => {
    const architectures = await db.getRepository(Architecture).find({
      where: { name: In(names) },
      relations: { layers: true },
      order: { layers: { position: 'ASC' } },
    });
    return inOrder(names, architectures, ({ name }) => name);
  };
  return new DataLoader(read, { cacheMap: new LRUCache({ max: 100, ttl: goodForMs }) });
}

/** Datasets by name. */
export function createDatasetLoader(db: DataSource) {
  return new DataLoader(async (names: readonly string[]) => {
    const datasets = await db.getRepository(Dataset).findBy({ name: In(names) });
    return inOrder(names, datasets, ({ name }) => name);
  });
}
