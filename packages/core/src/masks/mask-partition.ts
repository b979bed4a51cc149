import type { Database } from '../database/database.ts';

/** How several masks split the weights among them, over all tensors. */
export interface MaskPartition {
  weights: number;
  /** Weights that no mask keeps: the union isn't all. */
  keptByNone: number;
  /** Keepings beyond a weight's first: the masks aren't disjoint. */
  keptAgain: number;
}

/**
 * How the masks of models of one family split its weights; null where a model has none. Nothing is kept by none and nothing kept
 * again exactly where each weight is kept by one mask: the proof that k children partition their parent.
 * @param modelIds of Models, each once
 */
export async function maskPartition(
  db: Database,
  modelIds: readonly string[],
): Promise<MaskPartition | null> {
  const [row]: [MaskPartition & { models: number }] = await db.query(
    `select coalesce(min(masks), 0)::integer as models, sum(weights)::integer as weights,
       sum(weights - kept_by_any)::integer as "keptByNone", sum(kept - kept_by_any)::integer as "keptAgain"
     from (
       select count(*) as masks, min(weights) as weights, sum(kept) as kept,
         bit_count(bit_or(bits)) as kept_by_any
       from masked_tensor where model_id = any($1::uuid[]) group by tensor
     ) as by_tensor`,
    [modelIds],
  );
  const { models, ...partition } = row;
  return models === modelIds.length ? partition : null;
}
