import type { Database } from '../database/database.ts';
import { Model } from './model.entity.ts';

/** Ids of all models of a workspace. */
export async function findModelIds(db: Database, workspaceId: string): Promise<string[]> {
  const models = await db
    .getRepository(Model)
    .find({ where: { experiment: { workspaceId } }, select: { id: true } });
  return models.map(({ id }) => id);
}
