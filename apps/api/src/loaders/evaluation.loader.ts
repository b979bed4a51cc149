import { Evaluation } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** The evaluations of an experiment, newest first. */
export function createEvaluationsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const evaluations = await db
      .getRepository(Evaluation)
      .find({ where: { experimentId: In(experimentIds) }, order: { createdAt: 'DESC' } });
    return groupedInOrder(experimentIds, evaluations, ({ experimentId }) => experimentId);
  });
}
