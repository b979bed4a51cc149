import type { EntityManager } from 'typeorm';
import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import { wantedLabels } from '../workers/labels.ts';

/** What each job wants of a worker, by its id: what its experiment does. */
export async function labelsOfJobs(
  transaction: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { id: string; config: ExperimentConfig }[] = await transaction.query(
    `select job.id, experiment.config from job join experiment on experiment.id = job.experiment_id
      where job.id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, config }) => [id, wantedLabels(config)]));
}
