import type { Database } from '../database/database.ts';
import { type Objective, plainObjective } from './objective.ts';
import { Visualization } from './visualization.entity.ts';

export interface VisualizationKey {
  modelId: string;
  layer: string;
  /** From 0. */
  channel: number;
  /** Any when left out. */
  preset?: string | null;
  /** Any when left out. */
  seed?: number | null;
  /** Plain when left out. */
  objective?: Objective;
}

/**
 * The newest picture, or wish for one, that each key asks for, with its hashes; in order, null where there is none. Of those that
 * an experiment asked for at once, it is the one by the experiment's own seed, the lowest.
 */
export async function findVisualizations(
  db: Database,
  keys: readonly VisualizationKey[],
): Promise<(Visualization | null)[]> {
  const ids = await findIds(db, keys);
  const rows = await loadWithHashes(db, [...new Set(ids.flatMap((id) => id ?? []))]);
  return ids.map((id) => (id && rows.get(id)) || null);
}

async function findIds(db: Database, keys: readonly VisualizationKey[]): Promise<(string | null)[]> {
  const rows: { id: string | null }[] = await db.query(
    `select found.id
     from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::integer[], $6::jsonb[])
       with ordinality as key (model_id, layer, channel, preset, seed, objective, place)
     left join lateral (
       select id from visualization
       where model_id = key.model_id and layer = key.layer and channel = key.channel
         and objective = key.objective
         and (key.preset is null or preset = key.preset) and (key.seed is null or seed = key.seed)
       order by created_at desc, seed, id limit 1
     ) as found on true
     order by key.place`,
    [
      keys.map(({ modelId }) => modelId),
      keys.map(({ layer }) => layer),
      keys.map(({ channel }) => channel),
      keys.map(({ preset }) => preset ?? null),
      keys.map(({ seed }) => seed ?? null),
      keys.map(({ objective = plainObjective }) => JSON.stringify(objective)),
    ],
  );
  return rows.map(({ id }) => id);
}

async function loadWithHashes(db: Database, ids: string[]): Promise<Map<string, Visualization>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .createQueryBuilder(Visualization, 'visualization')
    .leftJoinAndSelect('visualization.hashes', 'hashes')
    .where('visualization.id = any(:ids)', { ids })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}
