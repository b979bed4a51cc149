import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a mutation was asked from. */
export class AuditAddresses1795734000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_entry add column address text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_entry drop column address');
  }
}
