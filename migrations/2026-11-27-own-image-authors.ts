import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who brought an image of an experiment's own. */
export class OwnImageAuthors1795764000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table own_image add author_id uuid references auth."user" on delete set null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table own_image drop author_id');
  }
}
