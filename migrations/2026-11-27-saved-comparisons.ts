import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the dashboard that people saved under a name. */
export class SavedComparisons1795759200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_comparison (
        id uuid primary key default gen_random_uuid(),
        experiment_id uuid not null references experiment on delete cascade,
        title text not null constraint saved_comparison_title_check check (char_length(title) between 1 and 120),
        path text not null constraint saved_comparison_path_check
          check (path like '/experiments/%' and char_length(path) <= 2000),
        author_id uuid references auth."user" on delete set null,
        created_at timestamptz(3) not null default now()
      );
      create index saved_comparison_experiment_id_created_at_id_idx on saved_comparison (experiment_id, created_at, id);
      create index saved_comparison_created_at_id_idx on saved_comparison (created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_comparison;');
  }
}
