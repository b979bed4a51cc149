import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Configurations say how training images are augmented and where the parent's weights come from: until now, not at all. */
export class Augmentation1795657200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update experiment set config = jsonb_set(
        jsonb_set(config, '{data,augmentation}', '"none"'), '{parent,weights}', 'null')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update experiment set config = config #- '{data,augmentation}' #- '{parent,weights}'`,
    );
  }
}
