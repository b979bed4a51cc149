import { findMissingLabels } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** What the jobs of an experiment want of a worker and none that runs has; null where one has all. */
export function createMissingLabelsLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) => {
    const missing = await findMissingLabels(db, experimentIds);
    return experimentIds.map((id) => missing.get(id) ?? null);
  });
}
