import { type CorruptionName, corruptedAccuracies, Evaluation } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, type FindOperator, In, IsNull, Not } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** The evaluations of an experiment on test images as they are, newest first. */
export const createEvaluationsLoader = (db: DataSource) => createLoader(db, IsNull());

/** Those on corrupted ones. */
export const createCorruptedEvaluationsLoader = (db: DataSource) => createLoader(db, Not(IsNull()));

/** The means over an experiment's corruptions. */
export function createCorruptedAccuraciesLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const accuracies = await corruptedAccuracies(db, experimentIds);
    return groupedInOrder(experimentIds, accuracies, ({ experimentId }) => experimentId);
  });
}

function createLoader(db: DataSource, corruption: FindOperator<CorruptionName>) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const evaluations = await db.getRepository(Evaluation).find({
      where: { experimentId: In(experimentIds), corruption },
      order: { createdAt: 'DESC', name: 'ASC', corruption: 'ASC', severity: 'ASC' },
    });
    return groupedInOrder(experimentIds, evaluations, ({ experimentId }) => experimentId);
  });
}
