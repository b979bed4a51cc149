import type { Database } from '../database/database.ts';
import { findNewest } from './find-newest.ts';
import type { Objective } from './objective.ts';
import type { Picture } from './picture.ts';

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
): Promise<(Picture | null)[]> {
  const questions = new Map<string, { place: number; key: VisualizationKey; channels: number[] }>();
  const places = keys.map((key) => {
    const name = questionOf(key);
    const question = questions.get(name) ?? { place: questions.size, key, channels: [] };
    question.channels.push(key.channel);
    questions.set(name, question);
    return question.place;
  });
  const found = await findNewest(
    db,
    [...questions.values()].map(({ key, channels }) => ({ ...key, channels })),
  );
  return keys.map(({ channel }, index) => found[places[index]!]!.get(channel) ?? null);
}

/** All but the channel: neurons of a layer are asked for together. */
const questionOf = ({ modelId, layer, preset, seed, objective }: VisualizationKey): string =>
  JSON.stringify([modelId, layer, preset ?? null, seed ?? null, objective ?? null]);
