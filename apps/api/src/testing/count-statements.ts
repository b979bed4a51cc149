import type { DataSource, Logger } from 'typeorm';

/** How many SQL statements `db` runs for `work`. */
export async function countStatements(db: DataSource, work: () => Promise<unknown>): Promise<number> {
  const usual = db.logger;
  let count = 0;
  const counting: Logger = {
    logQuery() {
      count += 1;
    },
    logQueryError() {},
    logQuerySlow() {},
    logSchemaBuild() {},
    logMigration() {},
    log() {},
  };
  db.logger = counting;
  try {
    await work();
  } finally {
    db.logger = usual;
  }
  return count;
}
