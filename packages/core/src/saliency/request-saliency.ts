import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { parseInput } from '../errors/parse-input.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { seed } from '../experiments/quantities.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { lockTestedFamily } from '../models/lock-tested-family.ts';
import type { Model } from '../models/model.entity.ts';
import { queueModelJob } from '../models/queue-model-job.ts';
import { requireImages } from '../own-images/require-images.ts';
import { mapSaliencyJob } from './map-saliency.job.ts';
import { requireClass } from './require-class.ts';
import { SaliencyMap } from './saliency-map.entity.ts';
import { saliencyMethods, saliencyWork } from './saliency-methods.ts';

const subject = z.strictObject({
  images: z.array(z.number().int().min(0)).min(1).max(100),
  method: z.enum(saliencyMethods),
  target: z.string().regex(/^(predicted|label|0|[1-9]\d{0,5})$/, {
    error: 'must be `predicted`, `label`, or a class from 0',
  }),
  seed,
});

export interface SaliencyRequest extends z.infer<typeof subject> {
  /** One or more of one experiment. */
  modelIds: readonly string[];
}

/**
 * The saliency maps of some images in every model, model by model: those that exist as they are, the others queued, one job a
 * model; failed ones are tried again. Before anything is stored it throws NOT_FOUND for an unknown model, BAD_INPUT for an image,
 * class or method that isn't there, for models of several experiments and for one that members share, CONFLICT for a model that will
 * never be trained.
 */
export async function requestSaliency(
  db: Database,
  queue: JobQueue,
  { modelIds, ...values }: SaliencyRequest,
): Promise<SaliencyMap[]> {
  const asked = parseInput(subject, values, {
    title: 'No saliency map can be taken so:',
    whole: 'the request',
  });
  return db.transaction(async (transaction) => {
    const { models, experiment } = await lockTestedFamily(transaction, modelIds, 'saliency maps');
    await requireImages(transaction, experiment, asked.images);
    await requireClass(transaction, experiment, asked);
    const wishes = await insertMaps(transaction, models, asked);
    for (const modelId of new Set(wishes.map((wish) => wish.modelId))) {
      const saliencyMapIds = wishes.filter((wish) => wish.modelId === modelId).map(({ id }) => id);
      const weight = saliencyMapIds.length * saliencyWork[asked.method];
      await queueModelJob(transaction, queue, mapSaliencyJob, {
        payload: { modelId, saliencyMapIds },
        weight,
      });
    }
    await notifyExperiment(transaction, experiment.id);
    return findMaps(transaction, models, asked);
  });
}

type Subject = z.infer<typeof subject>;

/** Wishes for the maps that are missing or failed; answers with those. */
async function insertMaps(
  transaction: EntityManager,
  models: readonly Model[],
  { images, method, target, seed }: Subject,
): Promise<Pick<SaliencyMap, 'id' | 'modelId'>[]> {
  return transaction.query(
    `insert into saliency_map (model_id, image_index, method, target, seed)
     select distinct model_id, image_index, $3, $4, $5::integer
     from unnest($1::uuid[]) as model_id, unnest($2::integer[]) as image_index
     on conflict (model_id, image_index, method, target, seed)
       do update set status = 'queued', error = null where saliency_map.status = 'failed'
     returning id, model_id as "modelId"`,
    [models.map(({ id }) => id), images, method, target, seed],
  );
}

async function findMaps(
  transaction: EntityManager,
  models: readonly Model[],
  { images, ...recipe }: Subject,
): Promise<SaliencyMap[]> {
  const modelId = In(models.map(({ id }) => id));
  const maps = await transaction.findBy(SaliencyMap, { modelId, imageIndex: In(images), ...recipe });
  return models.flatMap(({ id }) =>
    images.map((image) => maps.find((map) => map.modelId === id && map.imageIndex === image)!),
  );
}
