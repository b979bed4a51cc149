import { type EntityManager, type EntityTarget, In } from 'typeorm';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { renderGridJob } from '../grids/render-grid.job.ts';
import { mapSaliencyJob } from '../saliency/map-saliency.job.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { visualizeNeuronsJob } from '../visualizations/visualize-neurons.job.ts';
import type { Job } from './job.entity.ts';

type Wish = Visualization | SaliencyMap | ActivationGrid;

/** What the job was to make and hadn't made yet will not be made, for a reason. */
export async function failWishes(
  transaction: EntityManager,
  job: Pick<Job, 'name' | 'payload'>,
  reason: string,
): Promise<void> {
  const { entity, ids } = wishesOf(job) ?? {};
  if (!entity) return;
  await transaction.update(entity, { id: In(ids!), status: 'queued' }, { status: 'failed', error: reason });
}

/** What the job didn't make is wished for again. */
export async function renewWishes(
  transaction: EntityManager,
  job: Pick<Job, 'name' | 'payload'>,
): Promise<void> {
  const { entity, ids } = wishesOf(job) ?? {};
  if (!entity) return;
  await transaction.update(entity, { id: In(ids!), status: 'failed' }, { status: 'queued', error: null });
}

/** The rows that say from the start what a job is going to make; null for one whose results come as rows of their own. */
function wishesOf({
  name,
  payload,
}: Pick<Job, 'name' | 'payload'>): { entity: EntityTarget<Wish>; ids: string[] } | null {
  switch (name) {
    case visualizeNeuronsJob.name:
      return { entity: Visualization, ids: visualizeNeuronsJob.payload.parse(payload).visualizationIds };
    case mapSaliencyJob.name:
      return { entity: SaliencyMap, ids: mapSaliencyJob.payload.parse(payload).saliencyMapIds };
    case renderGridJob.name:
      return { entity: ActivationGrid, ids: [renderGridJob.payload.parse(payload).gridId] };
    default:
      return null;
  }
}
