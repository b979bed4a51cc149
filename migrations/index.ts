import type { MigrationInterface } from 'typeorm';

/** Every change of the schema, oldest first. Append; never edit or reorder what was released. */
export const migrations: (new () => MigrationInterface)[] = [];
