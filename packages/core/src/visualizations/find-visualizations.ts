import type { Database } from '../database/database.ts';
import type { Visualization } from './visualization.entity.ts';

export interface VisualizationKey {
  modelId: string;
  layer: string;
  channel: number;
  /** Any when left out. */
  preset?: string | null;
  /** Any when left out. */
  seed?: number | null;
}

/** The newest picture, or wish for one, that each key asks for, with its hashes; in order, null where there is none. */
export async function findVisualizations(
  db: Database,
  keys: readonly VisualizationKey[],
): Promise<(Visualization | null)[]> {
  throw new Error(`${db} ${keys}`);
}
