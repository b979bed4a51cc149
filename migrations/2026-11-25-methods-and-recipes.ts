import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Models of more methods; one job that trains any of them by a recipe, in place of one job a method; and configurations that
 * name their pruning in full.
 */
export class MethodsAndRecipes1795650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in ('parent', 'child', 'ticket', 'snapshot', 'fge', 'dense')),
        add constraint model_parent_check check ((kind in ('parent', 'dense')) = (parent_id is null));

      update job set name = 'train-model', payload = jsonb_build_object(
        'modelId', job.payload -> 'modelId',
        'recipe', case job.name
          when 'train-parent' then jsonb_build_object(
            'from', null, 'pruning', null, 'epochs', config -> 'parent' -> 'epochs',
            'schedule', jsonb_build_object(
              'kind', 'piecewise', 'learningRate', config -> 'parent' -> 'learningRate'))
          when 'prune-and-tune' then jsonb_build_object(
            'from', parent_id,
            'pruning', jsonb_build_object(
              'kind', 'random',
              'method', jsonb_build_object(
                'kind', 'anti-random', 'granularity', 'unstructured', 'scope', 'layer', 'sparsity', 0.5, 'children', 2),
              'family', job.payload -> 'pair',
              'child', (job.payload ->> 'complement')::boolean::integer),
            'epochs', ensemble -> 'tuning' -> 'epochs',
            'schedule', jsonb_build_object(
              'kind', 'one-cycle', 'maxLearningRate', ensemble -> 'tuning' -> 'maxLearningRate'))
          else jsonb_build_object(
            'from', job.payload -> 'previousModelId', 'pruning', null, 'epochs', ensemble -> 'epochs',
            'schedule', jsonb_build_object('kind', 'cosine', 'learningRate', ensemble -> 'learningRate'))
        end)
      from (
        select training.id, config, parent_id, (
          select element from jsonb_array_elements(config -> 'ensembles') element
          where element ->> 'method' = case training.name when 'train-snapshot' then 'snapshot' else training.name end
        ) ensemble
        from job training
        join experiment on experiment.id = training.experiment_id
        join model on model.id = training.model_id
        where training.name in ('train-parent', 'prune-and-tune', 'train-snapshot')
      ) old
      where old.id = job.id;

      update experiment set config = jsonb_set(config, '{ensembles}', (
        select coalesce(jsonb_agg(case ensemble ->> 'method'
          when 'prune-and-tune' then jsonb_build_object(
            'method', 'prune-and-tune', 'families', ensemble -> 'pairs',
            'pruning', (ensemble -> 'pruning') || '{"scope": "layer", "children": 2}',
            'tuning', (ensemble -> 'tuning') - 'schedule')
          else ensemble end order by place), '[]')
        from jsonb_array_elements(config -> 'ensembles') with ordinality as list (ensemble, place)
      ));
    `);
  }

  /** Models of methods that weren't there before go; the jobs that train the others get their old names and payloads back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from model where kind in ('ticket', 'fge', 'dense');
      alter table model drop constraint model_kind_check, drop constraint model_parent_check;
      alter table model
        add constraint model_kind_check check (kind in ('parent', 'child', 'snapshot')),
        add constraint model_parent_check check ((kind = 'parent') = (parent_id is null));

      update job set
        name = case kind when 'parent' then 'train-parent' when 'child' then 'prune-and-tune' else 'train-snapshot' end,
        payload = case kind
          when 'parent' then jsonb_build_object('modelId', payload -> 'modelId')
          when 'child' then jsonb_build_object(
            'modelId', payload -> 'modelId', 'pair', payload -> 'recipe' -> 'pruning' -> 'family',
            'complement', payload -> 'recipe' -> 'pruning' -> 'child' = '1')
          else jsonb_build_object(
            'modelId', payload -> 'modelId', 'previousModelId', payload -> 'recipe' -> 'from',
            'index', substring(model.name from '\\d+$')::integer - 1) end
      from model where model.id = job.model_id and job.name = 'train-model';

      update experiment set config = jsonb_set(config, '{ensembles}', (
        select coalesce(jsonb_agg(case ensemble ->> 'method'
          when 'prune-and-tune' then jsonb_build_object(
            'method', 'prune-and-tune', 'pairs', ensemble -> 'families',
            'pruning', (ensemble -> 'pruning') - 'children' || '{"scope": "local"}',
            'tuning', (ensemble -> 'tuning') || '{"schedule": "one-cycle"}')
          else ensemble end order by place), '[]')
        from jsonb_array_elements(config -> 'ensembles') with ordinality as list (ensemble, place)
        where ensemble ->> 'method' in ('prune-and-tune', 'snapshot')
      ));
    `);
  }
}
