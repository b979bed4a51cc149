import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Color hashes are indexed whole. Questions about hashes take one process: those that help it first have to map all the pages that
 * they share, which takes longer than reading them.
 */
export class SimilarColors1795720200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index visualization_hashes_color_0_idx on visualization_hashes ((substring(color, 1, 42)::bigint));
      alter table visualization_hashes set (parallel_workers = 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visualization_hashes reset (parallel_workers);
      drop index visualization_hashes_color_0_idx;
    `);
  }
}
