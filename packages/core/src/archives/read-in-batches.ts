import type { EntityManager } from 'typeorm';

/** The rows of a query, so many at a time: for more than memory should hold. One after the other within a transaction. */
export async function* readInBatches<Row>(
  transaction: EntityManager,
  query: string,
  parameters: unknown[],
  size: number,
): AsyncGenerator<Row[]> {
  await transaction.query(`declare batches no scroll cursor for ${query}`, parameters);
  for (;;) {
    const rows: Row[] = await transaction.query(`fetch ${size} from batches`);
    if (rows.length === 0) break;
    yield rows;
  }
  await transaction.query('close batches');
}
