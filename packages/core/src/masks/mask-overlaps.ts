import type { Database } from '../database/database.ts';

/** How far two masks keep the same weights of one tensor. All else follows from these. */
export interface TensorOverlap {
  tensor: string;
  weights: number;
  /** Weights that the first mask keeps. */
  kept: number;
  /** Weights that the second mask keeps. */
  otherKept: number;
  both: number;
}

/** Ids of two Models of one family: their tensors are the same. */
export interface MaskPair {
  model: string;
  other: string;
}

/** The overlap of each pair of masks, tensor by tensor from the input on, in one statement; empty where one has no mask. */
export async function maskOverlaps(db: Database, pairs: readonly MaskPair[]): Promise<TensorOverlap[][]> {
  const overlaps: TensorOverlap[][] = pairs.map(() => []);
  const rows: (TensorOverlap & { place: number })[] = await db.query(
    // A family is asked about one of its masks: the empty bits have that one fetched from where large values are once, not for each pair.
    `with b as materialized (
       select model_id, tensor, kept, bits || B'' as bits from masked_tensor where model_id = any($2)
     )
     select pair.place::integer - 1 as place, a.tensor, a.weights, a.kept, b.kept as "otherKept",
       bit_count(a.bits & b.bits)::integer as both
     from unnest($1::uuid[], $2::uuid[]) with ordinality as pair (model, other, place)
     join masked_tensor a on a.model_id = pair.model
     join b on b.model_id = pair.other and b.tensor = a.tensor
     order by pair.place, a.position`,
    [pairs.map(({ model }) => model), pairs.map(({ other }) => other)],
  );
  for (const { place, ...overlap } of rows) overlaps[place]!.push(overlap);
  return overlaps;
}
