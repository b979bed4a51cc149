import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Configurations say how training images are augmented: until now, not at all. */
export class Augmentation1795657200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update experiment set config = jsonb_set(config, '{data,augmentation}', '"none"')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update experiment set config = config #- '{data,augmentation}'`);
  }
}
