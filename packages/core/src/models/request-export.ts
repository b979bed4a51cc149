import { type EntityManager, In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { exportNetworkJob } from './export-network.job.ts';
import { findModels } from './find-models.ts';
import { Model } from './model.entity.ts';
import { requireOneMember } from './require-one-member.ts';

/**
 * Asks for a model's ONNX file: nothing is queued where it exists or is under way; after a failure it is tried again. Throws
 * NOT_FOUND for an unknown model, BAD_INPUT for one that members share, CONFLICT for one that isn't trained.
 */
export async function requestExport(db: Database, queue: JobQueue, modelId: string): Promise<Model> {
  return db.transaction(async (transaction) => {
    const [found] = (await findModels(transaction, [modelId])) as [Model];
    requireOneMember(found, 'ONNX file');
    const { id, experimentId } = found;
    await lockExperiment(transaction, experimentId);
    const model = await transaction.findOneByOrFail(Model, { id });
    if (model.onnxDigest || (await isUnderWay(transaction, id))) return model;
    if (!model.weightsDigest)
      throw new DomainError(
        'CONFLICT',
        `${model.name} has no weights to export yet: ask again when it is trained.`,
      );
    const { name, payload } = exportNetworkJob;
    const job = transaction.create(Job, {
      experimentId,
      modelId: id,
      name,
      payload: payload.parse({ modelId: id }),
      dependsOn: [],
      requested: true,
      status: 'queued',
    });
    await queue.enqueue(transaction, [await transaction.save(job)]);
    await notifyExperiment(transaction, experimentId);
    return model;
  });
}

function isUnderWay(transaction: EntityManager, modelId: string): Promise<boolean> {
  return transaction.existsBy(Job, {
    modelId,
    name: exportNetworkJob.name,
    status: In(['waiting', 'queued', 'running']),
  });
}
