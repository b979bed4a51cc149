import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LayerMatches1795699800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table layer_match (
        id uuid primary key default gen_random_uuid(),
        model_id uuid not null references model on delete cascade,
        other_id uuid not null references model on delete cascade,
        layer text not null,
        channels integer not null,
        dataset text not null references dataset,
        data_digest character(64) not null,
        images integer not null constraint layer_match_images_check check (images > 0),
        correlations bytea not null,
        backend text not null,
        code_version text not null,
        created_at timestamptz not null default now(),
        unique (model_id, other_id, layer, images),
        constraint layer_match_models_check check (model_id <> other_id),
        constraint layer_match_correlations_check
          check (channels > 0 and length(correlations) = 4 * channels * channels)
      );
      create index layer_match_other_id_idx on layer_match (other_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table layer_match;');
  }
}
