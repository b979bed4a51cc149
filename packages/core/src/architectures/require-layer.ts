import type { Database } from '../database/database.ts';
import { unknownName } from '../errors/unknown-name.ts';
import { Layer } from './layer.entity.ts';

/** Throws BAD_INPUT, naming those there are, unless the architecture has this layer. */
export async function requireLayer(db: Database, architecture: string, name: string): Promise<void> {
  const layers = await db
    .getRepository(Layer)
    .find({ where: { architectureName: architecture }, order: { position: 'ASC' } });
  const names = layers.map((layer) => layer.name);
  if (!names.includes(name)) throw unknownName(`layer of ${architecture}`, name.slice(0, 80), names);
}
