import type { DataSource } from 'typeorm';

export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  /** Disconnects and deletes it. */
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template of the global setup. */
export async function createTestDatabase(): Promise<TestDatabase> {
  throw new Error();
}
