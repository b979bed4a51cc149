import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hashes of a model's pictures are read together, to be compared with those of another: they say of which neurons they are. */
export class HashesByModel1795732500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visualization_hashes add column layer text, add column channel integer;
      update visualization_hashes set layer = of.layer, channel = of.channel
        from visualization of where of.id = visualization_id;
      alter table visualization_hashes alter column layer set not null, alter column channel set not null;
      create index visualization_hashes_model_id_preset_seed_idx on visualization_hashes (model_id, preset, seed);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table visualization_hashes drop column layer, drop column channel');
    await runner.query('drop index visualization_hashes_model_id_preset_seed_idx');
  }
}
