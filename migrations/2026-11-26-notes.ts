import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write about experiments and what is in them, and whom they mention. */
export class Notes1795731600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table note (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        node_id uuid not null,
        neuron text,
        text text not null constraint note_text_check check (char_length(text) between 1 and 10000),
        author_id uuid references auth."user" on delete set null,
        created_at timestamptz(3) not null default now(),
        edited_at timestamptz
      );
      create index note_node_id_created_at_id_idx on note (node_id, created_at, id);
      create index note_experiment_id_neuron_created_at_id_idx on note (experiment_id, neuron, created_at, id);
      create index note_experiment_id_created_at_id_idx on note (experiment_id, created_at, id);
      create table note_mention (
        note_id uuid not null references note on delete cascade,
        start_at integer not null,
        user_id uuid not null references auth."user" on delete cascade,
        end_at integer not null,
        primary key (note_id, start_at, user_id),
        constraint note_mention_place_check check (start_at >= 0 and end_at > start_at)
      );
      create index note_mention_user_id_idx on note_mention (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note_mention, note;');
  }
}
