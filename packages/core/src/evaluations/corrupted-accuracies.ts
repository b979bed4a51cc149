import type { DataSource } from 'typeorm';

/** How much of a model's or an ensemble's accuracy is left at one severity. */
export interface CorruptedAccuracy {
  experimentId: string;
  /** Of the model or the ensemble. */
  name: string;
  severity: number;
  /** Mean over the corruptions, 0 to 1. */
  accuracy: number;
  /** How many corruptions there are of that severity. */
  corruptions: number;
}

/** Means over the corruptions that experiments were measured under, by name and severity. */
export function corruptedAccuracies(
  db: DataSource,
  experimentIds: readonly string[],
): Promise<CorruptedAccuracy[]> {
  return db.query(
    `select experiment_id as "experimentId", name, severity,
            avg((metrics -> 'accuracy' ->> 'value')::float8) as accuracy, count(*)::int as corruptions
       from evaluation
      where experiment_id = any($1) and corruption is not null
      group by experiment_id, name, severity
      order by name, severity`,
    [experimentIds],
  );
}
