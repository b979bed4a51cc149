import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { LayerMatch } from './layer-match.entity.ts';
import { matchOfKey } from './match-of-key.ts';

export interface LayerMatchKey {
  /** Ids of two Models, in any order. */
  model: string;
  other: string;
  layer: string;
}

/** A layer's correlations as its first model sees them. */
export interface LayerMatchView
  extends Omit<LayerMatch, 'modelId' | 'otherId' | 'model' | 'other' | 'correlations'> {
  /** [channels, channels], rows for the key's `model`. */
  correlations: Float32Array;
}

/** The match over the most images that each key asks for, in order; null where nobody asked for it, or it isn't computed yet. */
export async function findLayerMatches(
  db: Database,
  keys: readonly LayerMatchKey[],
): Promise<(LayerMatchView | null)[]> {
  const places: { place: number; id: string }[] = await db.query(
    `select key.place::integer - 1 as place, found.id
     from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as key (model, other, layer, place)
     join lateral (${matchOfKey}) as found on true`,
    [keys.map(({ model }) => model), keys.map(({ other }) => other), keys.map(({ layer }) => layer)],
  );
  const rows = await db.getRepository(LayerMatch).findBy({ id: In(places.map(({ id }) => id)) });
  const views: (LayerMatchView | null)[] = keys.map(() => null);
  for (const { place, id } of places)
    views[place] = seenFrom(keys[place]!.model, rows.find((row) => row.id === id)!);
  return views;
}

function seenFrom(viewer: string, { modelId, correlations, ...rest }: LayerMatch): LayerMatchView {
  // Copied, since a Buffer's bytes needn't begin at a multiple of 4.
  const values = new Float32Array(new Uint8Array(correlations).buffer);
  return { ...rest, correlations: viewer === modelId ? values : transposed(values, rest.channels) };
}

function transposed(values: Float32Array, side: number): Float32Array {
  return values.map((_, index) => values[(index % side) * side + Math.floor(index / side)]!);
}
