import { corruptedAccuracies, Evaluation, findRows } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { groupedInOrder } from './in-order.ts';

/** The evaluations of an experiment on test images as they are, newest first. */
export const createEvaluationsLoader = (db: DataSource) => createLoader(db, 'corruption is null');

/** Those on corrupted ones. */
export const createCorruptedEvaluationsLoader = (db: DataSource) =>
  createLoader(db, 'corruption is not null');

/** The means over an experiment's corruptions. */
export function createCorruptedAccuraciesLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const accuracies = await corruptedAccuracies(db, experimentIds);
    return groupedInOrder(experimentIds, accuracies, ({ experimentId }) => experimentId);
  });
}

/** @param condition in SQL */
function createLoader(db: DataSource, condition: string) {
  const rest = `where experiment_id = any($1::uuid[]) and ${condition} order by created_at desc, name, corruption, severity`;
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const evaluations = await findRows(db, Evaluation, rest, [experimentIds]);
    return groupedInOrder(experimentIds, evaluations, ({ experimentId }) => experimentId);
  });
}
