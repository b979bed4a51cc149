import type { Database } from '../database/database.ts';
import { unknownName } from '../errors/unknown-name.ts';
import { findLayers } from './find-layers.ts';

/** Throws BAD_INPUT, naming those there are, unless the architecture has this layer. */
export async function requireLayer(db: Database, architecture: string, name: string): Promise<void> {
  const names = (await findLayers(db, architecture)).map((layer) => layer.name);
  if (!names.includes(name)) throw unknownName(`layer of ${architecture}`, name.slice(0, 80), names);
}
