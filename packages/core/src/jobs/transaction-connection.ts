import type { Db } from 'pg-boss';
import type { EntityManager } from 'typeorm';

/** Lets pg-boss write inside a transaction of TypeORM's. */
export function transactionConnection(transaction: EntityManager): Db {
  const runner = transaction.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('Jobs are handed over inside a transaction.');
  return {
    executeSql: async (text, values) => {
      const { records } = await runner.query(text, values as unknown[], true);
      return { rows: records };
    },
  };
}
