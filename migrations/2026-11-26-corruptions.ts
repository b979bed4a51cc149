import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations on corrupted test images; until now all were on images as they are. */
export class Corruptions1795695600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evaluation add corruption text, add severity smallint;
      alter table evaluation add constraint evaluation_corruption_check
        check (corruption is null and severity is null or corruption is not null and severity between 1 and 5);
      update experiment set config = jsonb_set(config, '{evaluate,corruptions}', '[]');
    `);
  }

  /** Evaluations on corrupted images go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from evaluation where corruption is not null;
      alter table evaluation drop corruption, drop severity;
      update experiment set config = config #- '{evaluate,corruptions}';
    `);
  }
}
