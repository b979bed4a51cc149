import { Experiment } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

/** Experiments by id, of one workspace or of all. */
export function createExperimentLoader(db: DataSource, workspaceId: string | null) {
  return new DataLoader(async (ids: readonly string[]) => {
    const experiments = await db
      .getRepository(Experiment)
      .findBy({ id: In(ids), ...(workspaceId && { workspaceId }) });
    return inOrder(ids, experiments, ({ id }) => id);
  });
}
