import type { ActivationGrid, SaliencyMap } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource, FindManyOptions } from 'typeorm';

/** What was asked of an experiment's models. */
interface FamilyRowsKey {
  experimentId: string;
  /** Values that the rows have, by property. */
  filter: Record<string, unknown>;
}

/** The activation grids or saliency maps of a family, in its order, newest first. */
export function createFamilyRowsLoader<Row extends ActivationGrid | SaliencyMap>(
  db: DataSource,
  entity: new () => Row,
) {
  const columns = db.getMetadata(entity).columns.map(({ propertyName }) => [propertyName, true]);
  const options = {
    select: { ...Object.fromEntries(columns), model: { id: true, experimentId: true, position: true } },
    relations: { model: true },
    order: { model: { position: 'ASC' }, createdAt: 'DESC', imageIndex: 'ASC', id: 'ASC' },
  };
  return new DataLoader(
    async (asked: readonly FamilyRowsKey[]) => {
      const where = asked.map(({ experimentId, filter }) => ({ ...filter, model: { experimentId } }));
      const rows = await db.getRepository(entity).find({ ...options, where } as FindManyOptions<Row>);
      return asked.map(({ experimentId, filter }) =>
        rows.filter(
          (row) =>
            row.model.experimentId === experimentId &&
            Object.entries(filter).every(([name, value]) => row[name as keyof Row] === value),
        ),
      );
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
}
