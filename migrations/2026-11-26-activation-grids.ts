import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each cell of a layer's map says of a test image, as pictures. */
export class ActivationGrids1795701780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activation_grid (
        id uuid primary key default gen_random_uuid(),
        model_id uuid not null references model on delete cascade,
        image_index integer not null constraint activation_grid_image_index_check check (image_index >= 0),
        layer text not null,
        preset text not null constraint activation_grid_preset_check check (preset in ('quick', 'simple', 'grouped')),
        seed integer not null,
        status text not null default 'queued' constraint activation_grid_status_check
          check (status in ('queued', 'done', 'failed')),
        error text,
        image_digest char(64) references artifact,
        result jsonb,
        created_at timestamptz not null default now(),
        unique (model_id, image_index, layer, preset, seed),
        constraint activation_grid_done_check
          check (status <> 'done' or result is not null and image_digest is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table activation_grid;
      delete from job where name = 'render-grid';
    `);
  }
}
