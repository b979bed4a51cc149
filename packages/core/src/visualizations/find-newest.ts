import type { Database } from '../database/database.ts';
import { type Objective, plainObjective } from './objective.ts';
import { Picture, type PictureRow, pictureColumns } from './picture.ts';

/** Neurons of a layer whose pictures are asked for. */
export interface LayerQuestion {
  modelId: string;
  layer: string;
  channels: readonly number[];
  /** Any when left out. */
  preset?: string | null;
  /** Any when left out. */
  seed?: number | null;
  /** Plain when left out. */
  objective?: Objective;
}

/**
 * Each question's newest pictures by channel, with their hashes. One statement, which goes through the index once a question, and
 * rows as they come: hundreds of pictures are asked for at once, and making entities of them took longer than finding them.
 */
export async function findNewest(
  db: Database,
  questions: readonly LayerQuestion[],
): Promise<Map<number, Picture>[]> {
  const found = questions.map(() => new Map<number, Picture>());
  if (questions.length === 0) return found;
  const rows: (PictureRow & { place: number })[] = await db.query(
    `select distinct on (place, picture.channel) place::integer - 1 as place, ${pictureColumns(db, { withShared: false })}
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::jsonb[])
       with ordinality as question (model_id, layer, channels, preset, seed, objective, place)
     join visualization picture on picture.model_id = question.model_id and picture.layer = question.layer
       and picture.channel = any (question.channels::integer[]) and picture.objective = question.objective
       and (question.preset is null or picture.preset = question.preset)
       and (question.seed is null or picture.seed = question.seed)
     left join visualization_hashes hashes on hashes.visualization_id = picture.id
     order by place, picture.channel, picture.created_at desc, picture.seed, picture.id`,
    [
      questions.map(({ modelId }) => modelId),
      questions.map(({ layer }) => layer),
      questions.map(({ channels }) => `{${channels.join()}}`),
      questions.map(({ preset }) => preset ?? null),
      questions.map(({ seed }) => seed ?? null),
      questions.map(({ objective = plainObjective }) => JSON.stringify(objective)),
    ],
  );
  for (const row of rows) {
    const { modelId, layer, objective = plainObjective } = questions[row.place]!;
    found[row.place]!.set(row.channel, new Picture(row, { modelId, layer, objective }));
  }
  return found;
}
