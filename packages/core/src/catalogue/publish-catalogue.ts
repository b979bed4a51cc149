import type { DataSource } from 'typeorm';
import type { Dataset } from '../datasets/dataset.entity.ts';

/** What a worker can build and read. */
export interface Catalogue {
  /** Layers in order from the input; only those whose channels are neurons. */
  architectures: { name: string; description: string; layers: { name: string; channels: number }[] }[];
  datasets: Dataset[];
}

/** Adds or updates what this worker knows; what other workers published stays. */
export async function publishCatalogue(db: DataSource, catalogue: Catalogue): Promise<void> {
  throw new Error(`${db} ${catalogue}`);
}
