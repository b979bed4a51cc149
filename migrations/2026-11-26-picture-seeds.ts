import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Configurations say by how many seeds neurons are pictured: until now, by one. */
export class PictureSeeds1795700700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update experiment set config = jsonb_set(config, '{visualize,seeds}', '1')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update experiment set config = config #- '{visualize,seeds}'`);
  }
}
