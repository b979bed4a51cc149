import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobWeight1795384500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job add weight integer not null default 1 constraint job_weight_check check (weight > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table job drop weight;');
  }
}
