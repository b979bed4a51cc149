import { summarizeJobs } from '@kindred/core';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { inOrder } from './in-order.ts';

/** How the jobs of an experiment stand; null for one without jobs. */
export function createJobSummaryLoader(db: DataSource) {
  return new DataLoader(async (experimentIds: readonly string[]) =>
    inOrder(experimentIds, await summarizeJobs(db, experimentIds), ({ experimentId }) => experimentId),
  );
}
