import { columnsOf } from '../database/columns-of.ts';
import type { Database } from '../database/database.ts';
import { hashColumns } from './hashes-in-sql.ts';
import { type Objective, plainObjective } from './objective.ts';
import { Picture, type PictureRow, pictureOrigin, sharedByPictures } from './picture.ts';
import { Visualization } from './visualization.entity.ts';

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
  const without = ['createdAt', ...pictureOrigin, ...sharedByPictures] as const;
  const rows: (PictureRow & { place: number })[] = await db.query(
    `select place::integer - 1 as place, picture.*, ${hashColumns}
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::jsonb[])
       with ordinality as question (model_id, layer, channels, preset, seed, objective, place)
     cross join lateral (
       select distinct on (channel) ${columnsOf(db, Visualization, 'visualization', without)} from visualization
       where model_id = question.model_id and layer = question.layer
         and channel = any (question.channels::integer[]) and objective = question.objective
         and (question.preset is null or preset = question.preset)
         and (question.seed is null or seed = question.seed)
       order by channel, created_at desc, seed, id
     ) picture
     left join visualization_hashes hashes on hashes.visualization_id = picture.id`,
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
