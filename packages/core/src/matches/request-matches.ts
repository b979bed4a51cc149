import { type EntityManager, In } from 'typeorm';
import { findLayers } from '../architectures/find-layers.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { unknownName } from '../errors/unknown-name.ts';
import type { Experiment } from '../experiments/experiment.entity.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { requestJob } from '../jobs/request-job.ts';
import { lockTestedFamily } from '../models/lock-tested-family.ts';
import type { Model } from '../models/model.entity.ts';
import { LayerMatch } from './layer-match.entity.ts';
import { matchLayersJob } from './match-layers.job.ts';

export interface MatchRequest {
  /** Two of one family. */
  modelIds: readonly [string, string];
  /** All unless given. */
  layers?: readonly string[] | null;
  /** The first test images, so many; 1,000, or all where there are fewer, unless given. */
  images?: number | null;
}

const usualImages = 1000;

/**
 * The job that matches the layers of two models that aren't matched yet; null where all are. Throws NOT_FOUND for an unknown model,
 * BAD_INPUT for models that don't share neurons, an unknown layer or more images than there are, CONFLICT for a model without
 * weights.
 */
export async function requestMatches(
  db: Database,
  queue: JobQueue,
  { modelIds, layers, images: count }: MatchRequest,
): Promise<Job | null> {
  return db.transaction(async (transaction) => {
    const { models, experiment } = await lockTestedFamily(transaction, modelIds, 'neurons to match');
    const [model, other] = requirePair(models);
    const wanted = await chooseLayers(transaction, model, layers);
    const images = chooseImages(experiment, count);
    const pair = { modelId: model.id, otherId: other.id };
    const there = await transaction.findBy(LayerMatch, { ...pair, images, layer: In(wanted) });
    const missing = wanted.filter((name) => !there.some(({ layer }) => layer === name));
    if (missing.length === 0) return null;
    return requestJob(transaction, queue, {
      experimentId: experiment.id,
      modelId: other.id,
      name: matchLayersJob.name,
      payload: matchLayersJob.payload.parse({ ...pair, layers: missing, images }),
      weight: 2 * images * missing.length,
    });
  });
}

/** In the order of the family. */
function requirePair(models: readonly Model[]): [Model, Model] {
  const [model, other] = models.toSorted((a, b) => a.position - b.position);
  if (!model || !other)
    throw new DomainError('BAD_INPUT', 'The same model came twice: two of one family can be matched.');
  const untrained = [model, other].find(({ weightsDigest }) => !weightsDigest);
  if (untrained)
    throw new DomainError('CONFLICT', `${untrained.name} has no weights yet: ask again when it is trained.`);
  return [model, other];
}

function chooseImages({ config }: Experiment, wanted: number | null | undefined): number {
  const { test } = config.data;
  const images = wanted ?? Math.min(usualImages, test);
  if (Number.isInteger(images) && images >= 2 && images <= test) return images;
  throw new DomainError(
    'BAD_INPUT',
    `${images} images were asked for; the family is tested on ${test}: 2 to ${test} can be.`,
  );
}

/** From the input on. */
async function chooseLayers(
  db: EntityManager,
  { architecture }: Model,
  wanted: readonly string[] | null | undefined,
): Promise<string[]> {
  const known = (await findLayers(db, architecture)).map(({ name }) => name);
  const unknown = wanted?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownName('layer', unknown, known);
  if (wanted?.length === 0)
    throw new DomainError('BAD_INPUT', 'No layers came: leave them out for all of them.');
  return wanted ? known.filter((name) => wanted.includes(name)) : known;
}
