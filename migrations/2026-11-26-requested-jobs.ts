import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that were asked for beside the plan: those that were made later than their experiment. */
export class RequestedJobs1795685760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job add requested boolean not null default false;
      update job set requested = true from experiment
       where experiment.id = job.experiment_id and job.created_at <> experiment.created_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table job drop requested;');
  }
}
