import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experiments that were made elsewhere say since when they are here. */
export class ImportedExperiments1795730400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiment add imported_at timestamptz;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiment drop imported_at;');
  }
}
