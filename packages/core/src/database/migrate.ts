import type { DataSource } from 'typeorm';

/** Brings the schema up to date, one transaction a migration; answers with the names of those it ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const ran = await dataSource.runMigrations({ transaction: 'each' });
  return ran.map(({ name }) => name);
}
