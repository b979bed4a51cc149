import { type EntityManager, In, IsNull } from 'typeorm';
import { findLayers } from '../architectures/find-layers.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { unknownName } from '../errors/unknown-name.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { requestJob } from '../jobs/request-job.ts';
import { sharedKinds } from '../methods/methods.ts';
import { lockTestedFamily } from '../models/lock-tested-family.ts';
import { Model } from '../models/model.entity.ts';
import { findTopImagesJob } from './find-top-images.job.ts';
import { LayerTopImages } from './layer-top-images.entity.ts';

export interface TopImagesRequest {
  experimentId: string;
  layer: string;
}

/**
 * The job that finds the top images of a layer in all trained models of a family that lack them; null where none does. Throws BAD_INPUT
 * for an unknown layer, CONFLICT where none is trained yet.
 */
export async function requestTopImages(
  db: Database,
  queue: JobQueue,
  { experimentId, layer }: TopImagesRequest,
): Promise<Job | null> {
  return db.transaction(async (transaction) => {
    const trained = await findTrained(transaction, experimentId);
    const ids = trained.map(({ id }) => id);
    const { models, experiment } = await lockTestedFamily(transaction, ids, 'top images');
    await requireLayer(transaction, models[0]!, layer);
    const there = await transaction.findBy(LayerTopImages, { modelId: In(ids), layer });
    const modelIds = ids.filter((id) => !there.some(({ modelId }) => modelId === id));
    if (modelIds.length === 0) return null;
    return requestJob(transaction, queue, {
      experimentId,
      name: findTopImagesJob.name,
      payload: findTopImagesJob.payload.parse({ modelIds, layer }),
      weight: experiment.config.data.test * modelIds.length,
    });
  });
}

/** Those with neurons of their own, in the order of the family. */
async function findTrained(transaction: EntityManager, experimentId: string): Promise<Model[]> {
  const models = await transaction.find(Model, {
    where: { experimentId, finalId: IsNull() },
    order: { position: 'ASC' },
  });
  const trained = models.filter(({ kind, weightsDigest }) => weightsDigest && !sharedKinds.includes(kind));
  if (trained.length > 0) return trained;
  throw new DomainError('CONFLICT', 'No model here has weights yet: ask again when one is trained.');
}

async function requireLayer(
  transaction: EntityManager,
  { architecture }: Model,
  layer: string,
): Promise<void> {
  const known = (await findLayers(transaction, architecture)).map(({ name }) => name);
  if (!known.includes(layer)) throw unknownName('layer', layer, known);
}
