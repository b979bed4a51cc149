import { type DataSource, In, Not } from 'typeorm';
import { Architecture } from '../architectures/architecture.entity.ts';
import { Layer } from '../architectures/layer.entity.ts';
import { Dataset } from '../datasets/dataset.entity.ts';

/** What a worker can build and read. */
export interface Catalogue {
  architectures: PublishedArchitecture[];
  datasets: Dataset[];
}

export interface PublishedArchitecture {
  name: string;
  description: string;
  /** Whether a training of it can drop units. */
  hasDropout: boolean;
  /** In order from the input; only those whose channels are neurons. */
  layers: { name: string; channels: number }[];
}

/** Adds or updates what this worker knows; what other workers published stays. */
export async function publishCatalogue(
  db: DataSource,
  { architectures, datasets }: Catalogue,
): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.upsert(Dataset, datasets, ['name']);
    for (const { name, description, hasDropout, layers } of architectures) {
      await transaction.upsert(Architecture, { name, description, hasDropout }, ['name']);
      const rows = layers.map((layer, position) => ({ ...layer, position, architectureName: name }));
      await transaction.upsert(Layer, rows, ['architectureName', 'name']);
      await transaction.delete(Layer, {
        architectureName: name,
        name: Not(In(layers.map((layer) => layer.name))),
      });
    }
  });
}
