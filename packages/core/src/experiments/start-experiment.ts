import type { Database } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Experiment } from './experiment.entity.ts';
import { parseExperimentConfig } from './parse-experiment-config.ts';
import { storeExperiment } from './store-experiment.ts';

/**
 * Stores an experiment, of a workspace if one is given, with its models, wished pictures and jobs, and queues what can run: all or nothing.
 * Throws BAD_INPUT that says what is wrong, UNAVAILABLE before the first worker has started.
 */
export async function startExperiment(
  db: Database,
  queue: JobQueue,
  input: unknown,
  workspaceId: string | null = null,
): Promise<Experiment> {
  const config = parseExperimentConfig(input);
  return db.transaction((transaction) => storeExperiment(transaction, queue, config, workspaceId));
}
