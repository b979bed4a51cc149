import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which workers are there, and what they have. */
export class RunningWorkers1795732200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table running_worker (
        id uuid primary key,
        labels text[] not null,
        seen_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table running_worker');
  }
}
