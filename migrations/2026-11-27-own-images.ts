import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Images that people show an experiment's networks, counted on from its test images. */
export class OwnImages1795750200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table own_image (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        image_index integer not null constraint own_image_image_index_check check (image_index >= 0),
        name text not null constraint own_image_name_check check (char_length(name) between 1 and 200),
        width integer not null,
        height integer not null,
        image_digest char(64) not null references artifact,
        created_at timestamptz not null default now(),
        unique (experiment_id, image_index),
        unique (experiment_id, image_digest),
        constraint own_image_size_check check (width > 0 and height > 0)
      );
      create index own_image_image_digest_idx on own_image (image_digest);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table own_image');
  }
}
