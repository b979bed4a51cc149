import type { EntityManager } from 'typeorm';
import { renderingWork } from '../jobs/expected-work.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { queueModelJob } from '../models/queue-model-job.ts';
import type { VisualizationWish } from './insert-visualizations.ts';
import { visualizeNeuronsJob } from './visualize-neurons.job.ts';

/**
 * One job a model, which also keeps the pictures after the steps, unless one that does the same is under way; it waits while the
 * model is being trained. The caller holds the experiments' locks.
 */
export async function queueVisualizations(
  transaction: EntityManager,
  queue: JobQueue,
  wishes: readonly VisualizationWish[],
  steps: readonly number[],
): Promise<void> {
  for (const modelId of new Set(wishes.map((wish) => wish.modelId))) {
    const wished = wishes.filter((wish) => wish.modelId === modelId);
    const visualizationIds = wished.map(({ id }) => id).sort();
    const payload = { modelId, visualizationIds, steps: [...steps] };
    await queueModelJob(transaction, queue, visualizeNeuronsJob, { payload, weight: renderingWork(wished) });
  }
}
