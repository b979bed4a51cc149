import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TopImages1795761000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table test_image (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        image_index integer not null constraint test_image_image_index_check check (image_index >= 0),
        label integer not null,
        height integer not null,
        width integer not null,
        image_digest character(64) not null references artifact,
        unique (experiment_id, image_index),
        constraint test_image_size_check check (height > 0 and width > 0)
      );
      create index test_image_image_digest_idx on test_image (image_digest);

      create table layer_top_images (
        id uuid primary key default gen_random_uuid(),
        model_id uuid not null references model on delete cascade,
        layer text not null,
        channels integer not null,
        kept integer not null,
        map_height integer not null,
        map_width integer not null,
        image_indices bytea not null,
        activations bytea not null,
        places bytea not null,
        means bytea not null,
        active_shares bytea not null,
        definition text not null,
        dataset text not null references dataset,
        data_digest character(64) not null,
        images integer not null,
        backend text not null,
        code_version text not null,
        created_at timestamptz not null default now(),
        unique (model_id, layer),
        constraint layer_top_images_images_check check (images > 0 and kept between 1 and images),
        constraint layer_top_images_map_check check (channels > 0 and map_height > 0 and map_width > 0),
        constraint layer_top_images_lengths_check check (
          length(image_indices) = 4 * channels * kept and length(activations) = 4 * channels * kept
          and length(places) = 4 * channels * kept and length(means) = 4 * channels
          and length(active_shares) = 4 * channels)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table layer_top_images; drop table test_image;');
  }
}
