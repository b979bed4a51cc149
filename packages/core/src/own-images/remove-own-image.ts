import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Keeper } from '../access/keeper.ts';
import { DomainError } from '../errors/domain-error.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { lockExperiment } from '../experiments/lock-experiment.ts';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { renderGridJob } from '../grids/render-grid.job.ts';
import { Job } from '../jobs/job.entity.ts';
import { Note } from '../notes/note.entity.ts';
import { mapSaliencyJob } from '../saliency/map-saliency.job.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { OwnImage } from './own-image.entity.ts';

type Place = Pick<OwnImage, 'experimentId' | 'imageIndex'>;

/**
 * Takes an image that somebody brought out, with all maps and grids of it, which show it, and the jobs that made them; answers with
 * what it was. What people wrote goes with nothing of somebody else's: throws CONFLICT where there are notes on those or saved views
 * of its page, and while networks still look at it; FORBIDDEN for what somebody else brought, unless an admin asks; NOT_FOUND for one
 * that there isn't.
 */
export function removeOwnImage(db: DataSource, place: Place, { userId, isAdmin }: Keeper): Promise<OwnImage> {
  const { experimentId, imageIndex } = place;
  return db.transaction(async (transaction) => {
    // Those who ask for maps of it wait, or are there already.
    await lockExperiment(transaction, experimentId);
    const image = await transaction.findOneBy(OwnImage, { experimentId, imageIndex });
    if (!image)
      throw new DomainError(
        'NOT_FOUND',
        `Nobody brought an image ${imageIndex} to this experiment: \`ownImages\` lists those there are.`,
      );
    if (image.authorId !== userId && !isAdmin)
      throw new DomainError(
        'FORBIDDEN',
        'Somebody else brought this image: ask them, or an admin, to remove it.',
      );
    const looked = await findLooked(transaction, place);
    const ids = looked.map(({ id }) => id);
    if (looked.some(({ status }) => status === 'queued'))
      throw new DomainError(
        'CONFLICT',
        `Networks are looking at ${image.name}: remove it when its maps and grids are there, or cancel their jobs.`,
      );
    const jobs = await findJobs(transaction, experimentId, ids);
    await requireNothingWritten(transaction, place, [...ids, ...jobs]);
    await transaction.delete(Job, { id: In(jobs) });
    await forgetMaps(transaction, experimentId, ids);
    await transaction.delete(SaliencyMap, { id: In(ids) });
    await transaction.delete(ActivationGrid, { id: In(ids) });
    await transaction.delete(OwnImage, { id: image.id });
    await notifyExperiment(transaction, experimentId);
    return image;
  });
}

/** Maps and grids of the image in any model. */
async function findLooked(
  transaction: EntityManager,
  { experimentId, imageIndex }: Place,
): Promise<Pick<SaliencyMap, 'id' | 'status'>[]> {
  const where = { imageIndex, model: { experimentId } };
  const select = { id: true, status: true } as const;
  return [
    ...(await transaction.find(SaliencyMap, { where, select })),
    ...(await transaction.find(ActivationGrid, { where, select })),
  ];
}

/** Ids of the jobs that made nothing else. */
async function findJobs(
  transaction: EntityManager,
  experimentId: string,
  ids: readonly string[],
): Promise<string[]> {
  const jobs: { id: string }[] = await transaction.query(
    `select id from job where experiment_id = $1
       and (name = $3 and payload -> 'saliencyMapIds' <@ to_jsonb($2::text[]) or name = $4 and payload ->> 'gridId' = any ($2))`,
    [experimentId, ids, mapSaliencyJob.name, renderGridJob.name],
  );
  return jobs.map(({ id }) => id);
}

async function requireNothingWritten(
  transaction: EntityManager,
  { experimentId, imageIndex }: Place,
  ids: readonly string[],
): Promise<void> {
  const notes = await transaction.countBy(Note, { experimentId, nodeId: In(ids) });
  const [{ views }]: [{ views: number }] = await transaction.query(
    `select count(*)::integer as views from saved_comparison
     where experiment_id = $1 and split_part(path, '?', 1) = '/experiments/' || $1::text || '/images/' || $2::text`,
    [experimentId, imageIndex],
  );
  if (notes + views === 0) return;
  throw new DomainError(
    'CONFLICT',
    `People wrote about this image, ${notes} notes on its maps, grids and jobs and ${views} saved views of its page: it can be removed once those are.`,
  );
}

/** Of jobs that made other maps too. */
async function forgetMaps(
  transaction: EntityManager,
  experimentId: string,
  ids: readonly string[],
): Promise<void> {
  await transaction.query(
    `update job set payload = jsonb_set(payload, '{saliencyMapIds}', (
         select jsonb_agg(value) from jsonb_array_elements_text(payload -> 'saliencyMapIds') where value <> all ($2::text[])))
     where experiment_id = $1 and name = $3 and payload -> 'saliencyMapIds' ?| $2::text[]`,
    [experimentId, ids, mapSaliencyJob.name],
  );
}
