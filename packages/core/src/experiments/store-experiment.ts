import type { EntityManager } from 'typeorm';
import { findFirstWorkspace } from '../access/find-first-workspace.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { Model } from '../models/model.entity.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { checkAgainstCatalogue } from './check-against-catalogue.ts';
import { Experiment } from './experiment.entity.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import { planExperiment } from './plan-experiment.ts';

/**
 * Checks, plans, stores and queues an experiment within the caller's transaction. What nobody signed in for, such as a command on the
 * server, belongs to the first workspace, if there is one.
 */
export async function storeExperiment(
  transaction: EntityManager,
  queue: JobQueue,
  config: ExperimentConfig,
  workspaceId: string | null = null,
): Promise<Experiment> {
  const layers = await checkAgainstCatalogue(transaction, config);
  const { models, visualizations, jobs } = planExperiment(config, layers);
  const experiment = await transaction.save(
    transaction.create(Experiment, {
      name: config.name,
      status: 'queued',
      config,
      workspaceId: workspaceId ?? (await findFirstWorkspace(transaction))?.id ?? null,
    }),
  );
  const experimentId = experiment.id;
  await transaction.insert(
    Model,
    models.map((model) => ({ ...model, experimentId })),
  );
  await transaction.insert(Visualization, visualizations);
  const rows = jobs.map((job) => ({ ...job, experimentId, status: firstStatus(job) }));
  await transaction.insert(Job, rows);
  await queue.enqueue(
    transaction,
    rows.filter(({ status }) => status === 'queued'),
  );
  await notifyExperiment(transaction, experimentId);
  return transaction.findOneByOrFail(Experiment, { id: experimentId });
}

function firstStatus({ dependsOn }: { dependsOn: string[] }): 'queued' | 'waiting' {
  return dependsOn.length === 0 ? 'queued' : 'waiting';
}
