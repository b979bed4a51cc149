import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visualizations of more than a channel, and pictures that are kept on the way. */
export class Objectives1795701600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visualization
        add objective jsonb not null default '{"sign": "maximise"}',
        drop constraint visualization_model_id_layer_channel_preset_seed_key;
      alter table visualization add unique (model_id, layer, channel, preset, seed, objective);

      create table visualization_step (
        visualization_id uuid not null references visualization on delete cascade,
        step integer not null constraint visualization_step_step_check check (step > 0),
        image_digest char(64) not null references artifact,
        activation double precision not null,
        primary key (visualization_id, step)
      );
    `);
  }

  /** Pictures of other objectives go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table visualization_step;
      delete from visualization where objective <> '{"sign": "maximise"}';
      alter table visualization drop constraint visualization_model_id_layer_channel_preset_seed_objective_key;
      alter table visualization drop objective, add unique (model_id, layer, channel, preset, seed);
    `);
  }
}
