import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstTables1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table architecture (
        name text primary key,
        description text not null
      );

      create table layer (
        architecture text not null references architecture on delete cascade,
        name text not null,
        position integer not null constraint layer_position_check check (position >= 0),
        channels integer not null constraint layer_channels_check check (channels > 0),
        primary key (architecture, name)
      );

      create table dataset (
        name text primary key,
        description text not null,
        classes integer not null constraint dataset_classes_check check (classes >= 2),
        train_images integer not null,
        test_images integer not null,
        height integer not null,
        width integer not null,
        channels integer not null constraint dataset_channels_check check (channels in (1, 3)),
        constraint dataset_size_check check (train_images > 0 and test_images > 0 and height > 0 and width > 0)
      );

      create table artifact (
        digest char(64) primary key constraint artifact_digest_check check (digest ~ '^[0-9a-f]{64}$'),
        media_type text not null,
        byte_length integer not null constraint artifact_byte_length_check check (byte_length >= 0),
        created_at timestamptz not null default now()
      );

      create table experiment (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        status text not null default 'queued' constraint experiment_status_check
          check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
        config jsonb not null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      );
      create index experiment_created_at_id_idx on experiment (created_at, id);

      create table model (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        name text not null,
        position integer not null constraint model_position_check check (position >= 0),
        kind text not null constraint model_kind_check check (kind in ('parent', 'child', 'snapshot')),
        architecture text not null references architecture,
        parent_id uuid references model on delete cascade,
        sibling_id uuid unique references model on delete set null deferrable initially deferred,
        sparsity double precision constraint model_sparsity_check check (sparsity > 0 and sparsity < 1),
        weights_digest char(64) references artifact,
        mask_digest char(64) references artifact,
        training jsonb,
        created_at timestamptz not null default now(),
        unique (experiment_id, name),
        unique (experiment_id, position),
        constraint model_parent_check check ((kind = 'parent') = (parent_id is null))
      );
      create index model_parent_id_idx on model (parent_id);

      create table job (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        model_id uuid references model on delete cascade,
        name text not null,
        payload jsonb not null,
        depends_on uuid[] not null default '{}',
        status text not null constraint job_status_check
          check (status in ('waiting', 'queued', 'running', 'done', 'failed', 'cancelled')),
        error text,
        progress_done integer not null default 0,
        progress_total integer not null default 0,
        progress_unit text not null default '',
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint job_progress_check check (progress_done >= 0 and progress_total >= 0)
      );
      create index job_experiment_id_idx on job (experiment_id);
      create index job_model_id_idx on job (model_id);

      create table visualization (
        id uuid primary key default gen_random_uuid(),
        model_id uuid not null references model on delete cascade,
        layer text not null,
        channel integer not null constraint visualization_channel_check check (channel >= 0),
        preset text not null,
        seed integer not null,
        status text not null default 'queued' constraint visualization_status_check
          check (status in ('queued', 'done', 'failed')),
        error text,
        image_digest char(64) references artifact,
        width integer constraint visualization_width_check check (width > 0),
        height integer constraint visualization_height_check check (height > 0),
        activation double precision,
        content_key char(64),
        backend text,
        code_version text,
        created_at timestamptz not null default now(),
        unique (model_id, layer, channel, preset, seed),
        constraint visualization_done_check check (status <> 'done' or image_digest is not null)
      );
      create index visualization_layer_channel_preset_seed_idx on visualization (layer, channel, preset, seed);

      create table visualization_hashes (
        visualization_id uuid primary key references visualization on delete cascade,
        average bit(64) not null,
        perceptual bit(64) not null,
        difference bit(64) not null,
        wavelet bit(64) not null,
        color bit(42) not null,
        version text not null
      );

      create table evaluation (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        name text not null,
        members uuid[] not null constraint evaluation_members_check check (cardinality(members) > 0),
        dataset text not null references dataset,
        data_digest char(64) not null,
        images integer not null constraint evaluation_images_check check (images > 0),
        definition jsonb not null,
        metrics jsonb not null,
        logits_digest char(64) references artifact,
        backend text not null,
        code_version text not null,
        created_at timestamptz not null default now()
      );
      create index evaluation_experiment_id_idx on evaluation (experiment_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evaluation, visualization_hashes, visualization, job, model, experiment, artifact, dataset, layer,
        architecture;
    `);
  }
}
