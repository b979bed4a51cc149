import type { DataSource, EntityManager } from 'typeorm';
import type { Keeper } from '../access/keeper.ts';
import { DomainError } from '../errors/domain-error.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { SavedComparison } from './saved-comparison.entity.ts';

/** What `parseComparison` made of what came, and who saves it. */
export type NewComparison = Pick<SavedComparison, 'experimentId' | 'title' | 'path' | 'authorId'>;

/** Keeps a view under a name. The caller has found its experiment. */
export function saveComparison(db: DataSource, comparison: NewComparison): Promise<SavedComparison> {
  return db.transaction(async (transaction) => {
    const { id } = await transaction.save(transaction.create(SavedComparison, comparison));
    await notifyExperiment(transaction, comparison.experimentId);
    return readComparison(transaction, id);
  });
}

/** Takes a saved view out; answers with what it was. Throws FORBIDDEN for what somebody else saved, unless an admin asks, NOT_FOUND for one that is gone. */
export function removeComparison(
  db: DataSource,
  id: string,
  { userId, isAdmin }: Keeper,
): Promise<SavedComparison> {
  return db.transaction(async (transaction) => {
    const { authorId } = await lockComparison(transaction, id);
    if (authorId !== userId && !isAdmin)
      throw new DomainError(
        'FORBIDDEN',
        'Somebody else saved this comparison: ask them, or an admin, to remove it.',
      );
    const comparison = await readComparison(transaction, id);
    await transaction.delete(SavedComparison, { id });
    await notifyExperiment(transaction, comparison.experimentId);
    return comparison;
  });
}

function readComparison(transaction: EntityManager, id: string): Promise<SavedComparison> {
  return transaction.findOneOrFail(SavedComparison, { where: { id }, relations: { author: true } });
}

async function lockComparison(transaction: EntityManager, id: string): Promise<SavedComparison> {
  const comparison = await transaction.findOne(SavedComparison, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (comparison) return comparison;
  throw noComparison(id);
}

export function noComparison(id: string): DomainError {
  return new DomainError(
    'NOT_FOUND',
    `No saved comparison has the id ${id}: \`savedComparisons\` lists those there are.`,
  );
}
