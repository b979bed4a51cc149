import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = [
  'parent',
  'child',
  'ticket',
  'snapshot',
  'fge',
  'horizontal',
  'dense',
  'dropout',
  'ltr',
  'edst',
  'treenet',
  'batch-ensemble',
  'mimo',
];

/** Models that are what another was on its way; tunings say at how many points that is kept: until now, at none. */
export class Checkpoints1795706000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model
        add final_id uuid references model on delete cascade,
        add epoch double precision constraint model_epoch_check check (epoch >= 0),
        drop constraint model_kind_check,
        add constraint model_kind_check check (kind in (${quoted(...kinds, 'checkpoint')})),
        add constraint model_checkpoint_check check (
          num_nonnulls(final_id, epoch) = case kind when 'checkpoint' then 2 else 0 end);
      create index model_final_id_idx on model (final_id);
      ${configsWith(`ensemble || jsonb_build_object('tuning', ensemble -> 'tuning' || '{"checkpoints": 0}')`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${configsWith(`ensemble #- '{tuning,checkpoints}'`)}
      update job set payload = payload - 'checkpoints' where name = 'train-model';
      delete from job where model_id in (select id from model where kind = 'checkpoint');
      delete from model where kind = 'checkpoint';
      alter table model
        drop constraint model_checkpoint_check,
        drop constraint model_kind_check,
        add constraint model_kind_check check (kind in (${quoted(...kinds)})),
        drop final_id,
        drop epoch;
    `);
  }
}

/** Writes every ensemble of a configuration anew that has a tuning. */
function configsWith(ensemble: string): string {
  return `
    update experiment set config = jsonb_set(config, '{ensembles}', (
      select coalesce(jsonb_agg(case when ensemble ? 'tuning' then ${ensemble} else ensemble end order by place), '[]')
      from jsonb_array_elements(config -> 'ensembles') with ordinality as list (ensemble, place)
    ));`;
}

function quoted(...words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
