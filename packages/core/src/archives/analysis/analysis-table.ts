import type { EntityManager } from 'typeorm';
import type { Experiment } from '../../experiments/experiment.entity.ts';
import { readInBatches } from '../read-in-batches.ts';
import type { ParquetColumns, ParquetRow } from '../write-parquet.ts';

/** A table for whoever analyses an experiment: what its rows say, with names in place of ids. */
export interface AnalysisTable {
  name: string;
  what: string;
  columns: ParquetColumns;
  rows(source: AnalysisSource): AsyncIterable<ParquetRow[]>;
}

export interface AnalysisSource {
  transaction: EntityManager;
  experiment: Experiment;
  /** Paths of the pictures within the archive, by the ids of their visualizations. */
  pictures: ReadonlyMap<string, string>;
}

const rowsAtOnce = 10_000;

/** What a query answers of the experiment `$1`, its columns named as those of the table. */
export function readQuery(query: string, { transaction, experiment }: AnalysisSource) {
  return readInBatches<ParquetRow>(transaction, query, [experiment.id], rowsAtOnce);
}
