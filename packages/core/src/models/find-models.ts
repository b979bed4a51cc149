import { In } from 'typeorm';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Model } from './model.entity.ts';

const uuid = z.guid();

/** Models by id, in order, each once. Throws NOT_FOUND, naming the first that isn't there. */
export async function findModels(db: Database, ids: readonly string[]): Promise<Model[]> {
  const distinct = [...new Set(ids)];
  const rows = await db
    .getRepository(Model)
    .findBy({ id: In(distinct.filter((id) => uuid.safeParse(id).success)) });
  return distinct.map((id) => {
    const model = rows.find((row) => row.id === id);
    if (!model) throw new DomainError('NOT_FOUND', `No model "${id.slice(0, 80)}".`);
    return model;
  });
}
