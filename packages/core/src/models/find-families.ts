import { In, Not } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Model } from './model.entity.ts';

/** The models of some experiments in the order of the family, without what they were on their way. */
export function findFamilies(db: Database, experimentIds: readonly string[]): Promise<Model[]> {
  return db.getRepository(Model).find({
    where: { experimentId: In(experimentIds), kind: Not('checkpoint') },
    order: { position: 'ASC' },
  });
}
