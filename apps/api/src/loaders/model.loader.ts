import { Model } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder, inOrder } from './in-order.ts';

/** Models by id. */
export function createModelLoader(db: DataSource) {
  return new DataLoader(async (ids: readonly string[]) => {
    const models = await db.getRepository(Model).findBy({ id: In(ids) });
    return inOrder(ids, models, ({ id }) => id);
  });
}

/** The models of an experiment in the order of the family. Its configuration bounds how many there are. */
export function createFamilyLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const models = await db
      .getRepository(Model)
      .find({ where: { experimentId: In(experimentIds) }, order: { position: 'ASC' } });
    return groupedInOrder(experimentIds, models, ({ experimentId }) => experimentId);
  });
}
