import type { EntityManager } from 'typeorm';
import { renderingWork } from '../jobs/expected-work.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { queueModelJob } from '../models/queue-model-job.ts';
import type { VisualizationWish } from './insert-visualizations.ts';
import { visualizeNeuronsJob } from './visualize-neurons.job.ts';

/** One job a model; it waits while the model is being trained. The caller holds the experiments' locks. */
export async function queueVisualizations(
  transaction: EntityManager,
  queue: JobQueue,
  wishes: readonly VisualizationWish[],
): Promise<void> {
  for (const modelId of new Set(wishes.map((wish) => wish.modelId))) {
    const wished = wishes.filter((wish) => wish.modelId === modelId);
    const payload = { modelId, visualizationIds: wished.map(({ id }) => id) };
    await queueModelJob(transaction, queue, visualizeNeuronsJob, { payload, weight: renderingWork(wished) });
  }
}
