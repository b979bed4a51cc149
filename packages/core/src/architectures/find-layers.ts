import type { Database } from '../database/database.ts';
import { Layer } from './layer.entity.ts';

/** The layers of an architecture, from the input on; none of one that no worker has published. */
export function findLayers(db: Database, architectureName: string): Promise<Layer[]> {
  return db.getRepository(Layer).find({ where: { architectureName }, order: { position: 'ASC' } });
}
