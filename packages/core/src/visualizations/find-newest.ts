import type { Database } from '../database/database.ts';
import { hashNames } from './hash-names.ts';
import { type Objective, plainObjective } from './objective.ts';
import { Visualization } from './visualization.entity.ts';
import type { VisualizationHashes } from './visualization-hashes.entity.ts';

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

type PictureRow = Visualization &
  Omit<VisualizationHashes, 'version'> & { version: string | null; place: number };

/**
 * Each question's newest pictures by channel, with their hashes. One statement, which goes through the index once a question, and
 * rows as they come: hundreds of pictures are asked for at once, and making entities of them took longer than finding them.
 */
export async function findNewest(
  db: Database,
  questions: readonly LayerQuestion[],
): Promise<Map<number, Visualization>[]> {
  const found = questions.map(() => new Map<number, Visualization>());
  if (questions.length === 0) return found;
  const rows: PictureRow[] = await db.query(
    `select distinct on (place, picture.channel) place::integer - 1 as place, ${columnsOf(db)}
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
    row.hashes = row.version === null ? null : hashesOf(row);
    found[row.place]!.set(row.channel, row);
  }
  return found;
}

const hashColumns = [...hashNames, 'version', 'comparable'] as const;

function columnsOf(db: Database): string {
  const { columns } = db.getRepository(Visualization).metadata;
  return [
    ...columns.map(({ databaseName, propertyName }) => `picture.${databaseName} as "${propertyName}"`),
    ...hashColumns.map((name) => `hashes.${name}`),
  ].join(', ');
}

function hashesOf(row: PictureRow): VisualizationHashes {
  const { id: visualizationId, modelId, layer, channel, preset, seed } = row;
  const { average, perceptual, difference, wavelet, color, version, comparable } = row;
  const bits = { average, perceptual, difference, wavelet, color };
  return {
    visualizationId,
    modelId,
    layer,
    channel,
    preset,
    seed,
    ...bits,
    version,
    comparable,
  } as VisualizationHashes;
}
