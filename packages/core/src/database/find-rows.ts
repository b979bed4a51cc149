import { columnsOf } from './columns-of.ts';
import type { Database } from './database.ts';

/**
 * Rows of an entity's table by SQL, for what is asked for all the time: TypeORM's query builder takes longer than the database. Not
 * for entities whose columns are transformed.
 * @param rest of the statement, for example `where id = any($1)`
 */
export async function findRows<Row extends object>(
  db: Database,
  entity: new () => Row,
  rest: string,
  parameters: unknown[],
): Promise<Row[]> {
  const { tableName } = db.getRepository(entity).metadata;
  const rows: Row[] = await db.query(
    `select ${columnsOf(db, entity, tableName)} from ${tableName} ${rest}`,
    parameters,
  );
  return rows.map((row) => Object.assign(new entity(), row));
}
