import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Database } from './database.ts';

/**
 * The columns of an entity's table under its properties' names, in SQL.
 * @param alias of the table in the statement
 * @param without properties that aren't read
 */
export function columnsOf<Row extends ObjectLiteral>(
  db: Database,
  entity: EntityTarget<Row>,
  alias: string,
  without: readonly (keyof Row)[] = [],
): string {
  const { columns } = db.getRepository(entity).metadata;
  return columns
    .filter(({ propertyName }) => !without.includes(propertyName))
    .map(({ databaseName, propertyName }) => `${alias}.${databaseName} as "${propertyName}"`)
    .join(', ');
}
