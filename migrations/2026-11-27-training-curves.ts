import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the loss and the learning rate of a model went, or how far they have come. */
export class TrainingCurves1795746000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table model add column training_curve jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table model drop column training_curve');
  }
}
