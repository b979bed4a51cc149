import type { DataSource, EntityManager } from 'typeorm';

/** Where a query runs: the pool, or the transaction that a caller is in. */
export type Database = DataSource | EntityManager;
