import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { requestJob } from '../jobs/request-job.ts';
import { findTrainingJob } from './find-training-job.ts';
import { Model } from './model.entity.ts';

/**
 * Queues a job that someone asked for and that looks into one model, unless the same is under way; it waits while the model is being
 * trained. The caller holds the experiment's lock. Throws CONFLICT for a model that will never be trained.
 */
export async function queueModelJob<Payload extends z.ZodType<{ modelId: string }>>(
  transaction: EntityManager,
  queue: JobQueue,
  { name, payload: schema }: JobDefinition<string, Payload>,
  { payload, weight }: { payload: z.infer<Payload>; weight: number },
): Promise<void> {
  const model = await transaction.findOneByOrFail(Model, { id: payload.modelId });
  const training = model.weightsDigest ? null : await expectTraining(transaction, model);
  const wish = {
    experimentId: model.experimentId,
    modelId: model.id,
    name,
    payload: schema.parse(payload),
    weight,
  };
  await requestJob(transaction, queue, wish, training);
}

/** The job that is going to train the model. */
async function expectTraining(transaction: EntityManager, model: Model): Promise<Job> {
  const training = await findTrainingJob(transaction, model);
  if (training && ['waiting', 'queued', 'running'].includes(training.status)) return training;
  throw new DomainError(
    'CONFLICT',
    `${model.name} has no weights to look into: its training is ${training?.status ?? 'not planned'}.`,
  );
}
