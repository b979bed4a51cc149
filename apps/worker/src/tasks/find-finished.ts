import { type EntityTarget, type FindOptionsRelations, type FindOptionsWhere, In, IsNull } from 'typeorm';
import { isCommitted } from '../code-version.ts';
import type { TaskContext } from './task.ts';

/** What a content key stands for in the database. */
interface Result {
  contentKey: string | null;
  status: string;
}

/**
 * Results of these content keys that are there, of whatever model and experiment that wasn't imported, to be taken over rather than
 * computed again: what came from elsewhere only says of itself that it is what its key stands for. None where the code version leaves
 * open what code it was: equal keys would not mean equal results.
 */
export async function findFinished<Kept extends Result>(
  { db, codeVersion }: TaskContext,
  kind: EntityTarget<Kept>,
  contentKeys: readonly string[],
  relations: FindOptionsRelations<Kept> = {},
): Promise<Kept[]> {
  if (!isCommitted(codeVersion)) return [];
  const madeHere = { experiment: { importedAt: IsNull() } };
  const where = {
    contentKey: In([...contentKeys]),
    status: 'done',
    model: madeHere,
  } as object as FindOptionsWhere<Kept>;
  return db.manager.find(kind, { where, relations });
}
