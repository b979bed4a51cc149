import { Experiment } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

/** Experiments by id. */
export function createExperimentLoader(db: DataSource) {
  return new DataLoader(async (ids: readonly string[]) => {
    const experiments = await db.getRepository(Experiment).findBy({ id: In(ids) });
    return inOrder(ids, experiments, ({ id }) => id);
  });
}
