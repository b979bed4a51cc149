import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results are found by what they follow from, so that no one computes them twice. */
export class ContentKeys1795707900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['saliency_map', 'activation_grid'])
      await runner.query(`
        alter table ${table} add content_key char(64);
        update ${table} set content_key = result ->> 'contentKey', result = result - 'contentKey';
      `);
    for (const table of ['visualization', 'saliency_map', 'activation_grid'])
      await runner.query(`create index ${table}_content_key_idx on ${table} (content_key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index visualization_content_key_idx');
    for (const table of ['saliency_map', 'activation_grid'])
      await runner.query(`
        update ${table} set result = jsonb_set(result, '{contentKey}', to_jsonb(content_key));
        alter table ${table} drop content_key;
      `);
  }
}
