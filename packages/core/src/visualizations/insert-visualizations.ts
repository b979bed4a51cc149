import type { EntityManager } from 'typeorm';
import type { VisualizationKey } from './find-visualizations.ts';
import type { Visualization } from './visualization.entity.ts';

export type VisualizationWish = Pick<Visualization, 'id' | 'modelId' | 'preset'>;

/** Wishes for the pictures that are missing or failed; answers with those. */
export async function insertVisualizations(
  transaction: EntityManager,
  keys: readonly Required<VisualizationKey>[],
): Promise<VisualizationWish[]> {
  return transaction.query(
    `insert into visualization (model_id, layer, channel, preset, seed, objective)
     select distinct * from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::integer[], $6::jsonb[])
     on conflict (model_id, layer, channel, preset, seed, objective)
       do update set status = 'queued', error = null where visualization.status = 'failed'
     returning id, model_id as "modelId", preset`,
    [
      keys.map(({ modelId }) => modelId),
      keys.map(({ layer }) => layer),
      keys.map(({ channel }) => channel),
      keys.map(({ preset }) => preset),
      keys.map(({ seed }) => seed),
      keys.map(({ objective }) => JSON.stringify(objective)),
    ],
  );
}
