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
  /** Pixels of the smallest pictures that it takes; null where any will do. */
  smallestSide: number | null;
  /** The one number of classes that it can have; null where any will do. */
  classes: number | null;
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
    for (const { layers, ...architecture } of architectures) {
      const { name } = architecture;
      await transaction.upsert(Architecture, architecture, ['name']);
      const rows = layers.map((layer, position) => ({ ...layer, position, architectureName: name }));
      await transaction.upsert(Layer, rows, ['architectureName', 'name']);
      await transaction.delete(Layer, {
        architectureName: name,
        name: Not(In(layers.map((layer) => layer.name))),
      });
    }
  });
}
