import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pixels of a test image a model's score depends on, and how far two models agree about that. */
export class SaliencyMaps1795701720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saliency_map (
        id uuid primary key default gen_random_uuid(),
        model_id uuid not null references model on delete cascade,
        image_index integer not null constraint saliency_map_image_index_check check (image_index >= 0),
        method text not null constraint saliency_map_method_check
          check (method in ('gradient', 'smoothgrad-paper', 'smoothgrad-pair', 'smoothgrad-captum')),
        target text not null,
        seed integer not null,
        status text not null default 'queued' constraint saliency_map_status_check
          check (status in ('queued', 'done', 'failed')),
        error text,
        attributions_digest char(64) references artifact,
        image_digest char(64) references artifact,
        randomized_digest char(64) references artifact,
        input_digest char(64) references artifact,
        result jsonb,
        created_at timestamptz not null default now(),
        unique (model_id, image_index, method, target, seed),
        constraint saliency_map_done_check
          check (status <> 'done' or result is not null and attributions_digest is not null)
      );

      create table saliency_agreement (
        first_id uuid not null references saliency_map on delete cascade,
        second_id uuid not null references saliency_map on delete cascade,
        rank_correlation jsonb not null,
        top_overlap jsonb not null,
        centre_shift jsonb not null,
        primary key (first_id, second_id),
        constraint saliency_agreement_order_check check (first_id < second_id)
      );
      create index saliency_agreement_second_id_idx on saliency_agreement (second_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table saliency_agreement, saliency_map;
      delete from job where name = 'map-saliency';
    `);
  }
}
