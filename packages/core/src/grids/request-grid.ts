import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { requireLayer } from '../architectures/require-layer.ts';
import type { Database } from '../database/database.ts';
import { parseInput } from '../errors/parse-input.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { seed } from '../experiments/quantities.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { lockTestedFamily } from '../models/lock-tested-family.ts';
import type { Model } from '../models/model.entity.ts';
import { queueModelJob } from '../models/queue-model-job.ts';
import { requireImages } from '../own-images/require-images.ts';
import { ActivationGrid } from './activation-grid.entity.ts';
import { gridPresetNames, gridWork } from './grid-presets.ts';
import { renderGridJob } from './render-grid.job.ts';

const subject = z.strictObject({
  image: z.number().int().min(0),
  layer: z.string(),
  preset: z.enum(gridPresetNames),
  seed,
});

export interface GridRequest extends z.infer<typeof subject> {
  /** One or more of one experiment. */
  modelIds: readonly string[];
}

/**
 * The activation grid of a layer for an image in every model: those that exist as they are, the others queued, one job a model;
 * failed ones are tried again. Before anything is stored it throws NOT_FOUND for an unknown model, BAD_INPUT for an image, layer or
 * preset that isn't there, for models of several experiments and for one that members share, CONFLICT for a model that will never be
 * trained.
 */
export async function requestGrid(
  db: Database,
  queue: JobQueue,
  { modelIds, ...values }: GridRequest,
): Promise<ActivationGrid[]> {
  const asked = parseInput(subject, values, { title: 'No grid can be rendered so:', whole: 'the request' });
  return db.transaction(async (transaction) => {
    const { models, experiment } = await lockTestedFamily(transaction, modelIds, 'activation grids');
    await requireImages(transaction, experiment, [asked.image]);
    for (const architecture of new Set(models.map((model) => model.architecture)))
      await requireLayer(transaction, architecture, asked.layer);
    for (const { id, modelId } of await insertGrids(transaction, models, asked)) {
      const payload = { modelId, gridId: id };
      await queueModelJob(transaction, queue, renderGridJob, { payload, weight: gridWork[asked.preset] });
    }
    await notifyExperiment(transaction, experiment.id);
    return findGrids(transaction, models, asked);
  });
}

type Subject = z.infer<typeof subject>;

/** Wishes for the grids that are missing or failed; answers with those. */
async function insertGrids(
  transaction: EntityManager,
  models: readonly Model[],
  { image, layer, preset, seed }: Subject,
): Promise<Pick<ActivationGrid, 'id' | 'modelId'>[]> {
  return transaction.query(
    `insert into activation_grid (model_id, image_index, layer, preset, seed)
     select model_id, $2::integer, $3, $4, $5::integer from unnest($1::uuid[]) as model_id
     on conflict (model_id, image_index, layer, preset, seed)
       do update set status = 'queued', error = null where activation_grid.status = 'failed'
     returning id, model_id as "modelId"`,
    [models.map(({ id }) => id), image, layer, preset, seed],
  );
}

async function findGrids(
  transaction: EntityManager,
  models: readonly Model[],
  { image, ...recipe }: Subject,
): Promise<ActivationGrid[]> {
  const modelId = In(models.map(({ id }) => id));
  const grids = await transaction.findBy(ActivationGrid, { modelId, imageIndex: image, ...recipe });
  return models.map(({ id }) => grids.find((grid) => grid.modelId === id)!);
}
