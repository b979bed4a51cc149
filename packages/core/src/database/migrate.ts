import type { DataSource } from 'typeorm';

/** Any number that nobody else locks. */
const migrationLock = 4_719_361;

/**
 * Brings the schema up to date, one transaction a migration; answers with the names of those it ran.
 * Processes that try at the same time wait for each other.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
}
