import type { EntityManager } from 'typeorm';

/**
 * Makes changes to the jobs of one experiment, and to the pictures that they make, wait for each other, until the transaction ends.
 * Rows that refer to the experiment may still be inserted meanwhile, hence `no key`.
 */
export async function lockExperiment(transaction: EntityManager, experimentId: string): Promise<void> {
  await transaction.query('select from experiment where id = $1 for no key update', [experimentId]);
}
