import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models of horizontal voting, and those that several members share. */
export class MoreMethods1795660800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in (
          'parent', 'child', 'ticket', 'snapshot', 'fge', 'horizontal', 'dense', 'treenet', 'batch-ensemble', 'mimo')),
        add constraint model_parent_check check (
          (kind in ('parent', 'dense', 'treenet', 'batch-ensemble', 'mimo')) = (parent_id is null));
    `);
  }

  /** Models of methods that weren't there before go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from model where kind in ('horizontal', 'treenet', 'batch-ensemble', 'mimo');
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in ('parent', 'child', 'ticket', 'snapshot', 'fge', 'dense')),
        add constraint model_parent_check check ((kind in ('parent', 'dense')) = (parent_id is null));
      update experiment set config = jsonb_set(config, '{ensembles}', (
        select coalesce(jsonb_agg(ensemble order by place), '[]')
        from jsonb_array_elements(config -> 'ensembles') with ordinality as list (ensemble, place)
        where ensemble ->> 'method' not in ('horizontal-voting', 'treenet', 'batch-ensemble', 'mimo')
      ));
    `);
  }
}
