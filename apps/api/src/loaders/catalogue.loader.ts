import { Architecture, Dataset } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

/** Architectures by name, with their layers from the input. */
export function createArchitectureLoader(db: DataSource) {
  return new DataLoader(async (names: readonly string[]) => {
    const architectures = await db.getRepository(Architecture).find({
      where: { name: In(names) },
      relations: { layers: true },
      order: { layers: { position: 'ASC' } },
    });
    return inOrder(names, architectures, ({ name }) => name);
  });
}

/** Datasets by name. */
export function createDatasetLoader(db: DataSource) {
  return new DataLoader(async (names: readonly string[]) => {
    const datasets = await db.getRepository(Dataset).findBy({ name: In(names) });
    return inOrder(names, datasets, ({ name }) => name);
  });
}
