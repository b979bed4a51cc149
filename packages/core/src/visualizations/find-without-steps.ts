import type { EntityManager } from 'typeorm';
import type { VisualizationWish } from './insert-visualizations.ts';

/** Those of the visualizations that aren't kept after all of the steps. */
export function findWithoutSteps(
  transaction: EntityManager,
  ids: readonly string[],
  steps: readonly number[],
): Promise<VisualizationWish[]> {
  return transaction.query(
    `select id, model_id as "modelId", preset from visualization
     where id = any($1) and exists (
       select from unnest($2::integer[]) as wanted (step)
       where not exists (select from visualization_step kept where kept.visualization_id = id and kept.step = wanted.step)
     )`,
    [ids, steps],
  );
}
