import type { MigrationInterface, QueryRunner } from 'typeorm';

const fromParent = ['child', 'ticket', 'snapshot', 'fge', 'horizontal'];
const shared = ['treenet', 'batch-ensemble', 'mimo'];
const added = ['dropout', 'ltr', 'edst'];

/** Models of Monte Carlo dropout, LTR and EDST; what architectures have dropouts; the parent's schedule by name. */
export class SparseMethodsAndDropout1795694400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table architecture add has_dropout boolean not null default false;
      alter table architecture alter has_dropout drop default;
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in (${quoted('parent', ...fromParent, 'dense', ...added, ...shared)})),
        add constraint model_parent_check check (
          (kind in (${quoted('parent', 'dense', ...added, ...shared)})) = (parent_id is null));
      update experiment set config = jsonb_set(config, '{parent,schedule}', '"piecewise"');
    `);
  }

  /** Models of methods that weren't there before go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update experiment set config = config #- '{parent,schedule}';
      delete from model where kind in (${quoted(...added)});
      update experiment set config = jsonb_set(config, '{ensembles}', (
        select coalesce(jsonb_agg(ensemble order by place), '[]')
        from jsonb_array_elements(config -> 'ensembles') with ordinality as list (ensemble, place)
        where ensemble ->> 'method' not in (${quoted(...added)})
      ));
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in (${quoted('parent', ...fromParent, 'dense', ...shared)})),
        add constraint model_parent_check check (
          (kind in (${quoted('parent', 'dense', ...shared)})) = (parent_id is null));
      alter table architecture drop has_dropout;
    `);
  }
}

function quoted(...words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
