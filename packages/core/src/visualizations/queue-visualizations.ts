import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors/domain-error.ts';
import { renderingWork } from '../jobs/expected-work.ts';
import { findJobUnderWay } from '../jobs/find-job-under-way.ts';
import { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { findTrainingJob } from '../models/find-training-job.ts';
import { Model } from '../models/model.entity.ts';
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
    const model = await transaction.findOneByOrFail(Model, { id: modelId });
    const training = model.weightsDigest ? null : await expectTraining(transaction, model);
    const wished = wishes.filter((wish) => wish.modelId === modelId);
    const visualizationIds = wished.map(({ id }) => id).sort();
    const payload = visualizeNeuronsJob.payload.parse({ modelId, visualizationIds, steps });
    const wish = { experimentId: model.experimentId, name: visualizeNeuronsJob.name, payload };
    if (await findJobUnderWay(transaction, wish)) continue;
    const job = await transaction.save(
      transaction.create(Job, {
        ...wish,
        modelId,
        weight: renderingWork(wished),
        dependsOn: training ? [training.id] : [],
        requested: true,
        status: training ? 'waiting' : 'queued',
      }),
    );
    if (!training) await queue.enqueue(transaction, [job]);
  }
}

/** The job that is going to train the model. */
async function expectTraining(transaction: EntityManager, model: Model): Promise<Job> {
  const training = await findTrainingJob(transaction, model.id);
  if (training && ['waiting', 'queued', 'running'].includes(training.status)) return training;
  throw new DomainError(
    'CONFLICT',
    `${model.name} has no weights to look into: its training is ${training?.status ?? 'not planned'}.`,
  );
}
