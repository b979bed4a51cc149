import type { DataSource } from 'typeorm';
import type { Experiment } from '../experiments/experiment.entity.ts';
import type { Model } from '../models/model.entity.ts';

export interface Family {
  experiment: Experiment;
  parent: Model;
  /** Two pairs of siblings: 1 and 2, 3 and 4. */
  children: Model[];
  snapshots: Model[];
}

/** A finished experiment with a small catalogue: pictures of every layer's first two neurons, hashes and evaluations. */
export async function insertFamily(dataSource: DataSource): Promise<Family> {
  throw new Error(`${dataSource}`);
}
