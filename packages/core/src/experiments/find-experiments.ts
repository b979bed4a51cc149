import type { DataSource } from 'typeorm';
import type { Experiment } from './experiment.entity.ts';

export interface ExperimentPage {
  /** Newest first. */
  experiments: Experiment[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

/** A page of experiments. `after` is the id of the last one of the page before; NOT_FOUND if it is gone. */
export async function findExperiments(
  db: DataSource,
  { first, after }: { first: number; after?: string | null },
): Promise<ExperimentPage> {
  throw new Error(`${db} ${first} ${after}`);
}
