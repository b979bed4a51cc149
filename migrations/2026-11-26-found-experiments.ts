import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experiments are listed by name too, and found by what they are about, how they stand, and when they started. */
export class FoundExperiments1795720800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index experiment_name_id_idx on experiment (name, id);
      create index experiment_status_idx on experiment (status);
      create index experiment_started_at_idx on experiment (started_at);
      create index experiment_dataset_idx on experiment ((config #>> '{data,name}'));
      create index experiment_architecture_idx on experiment ((config #>> '{parent,architecture}'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index experiment_name_id_idx, experiment_status_idx, experiment_started_at_idx, experiment_dataset_idx,
        experiment_architecture_idx;
    `);
  }
}
