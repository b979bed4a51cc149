import { type AnalysisTable, readQuery } from './analysis-table.ts';

const query = `
  select evaluation.id::text, name,
         (select json_agg(model.name order by place)::text
            from unnest(members) with ordinality as member (id, place) join model using (id)) as members,
         dataset, data_digest, corruption, severity::integer, images,
         definition ->> 'averaging' as averaging,
         metric, class,
         (measured ->> 'value')::double precision as value,
         (measured ->> 'low')::double precision as low,
         (measured ->> 'high')::double precision as high,
         measured ->> 'definition' as definition,
         logits_digest, backend, code_version
    from evaluation
   cross join lateral (
     select key as metric, null::integer as class, value as measured
       from jsonb_each(metrics) where value ? 'value'
     union all
     select 'class accuracy', (of ->> 'class')::integer, of -> 'accuracy'
       from jsonb_array_elements(metrics -> 'classes') as of where of -> 'accuracy' ? 'value'
     union all
     select key, null, value from jsonb_each(metrics -> 'decomposition') where value ? 'value'
   ) as measurement
   where experiment_id = $1 order by created_at, evaluation.id, metric, class`;

/** A row a measured number. */
export const evaluationsTable: AnalysisTable = {
  name: 'evaluations',
  what: 'every measured number of a model or an ensemble, with its interval and the words that define it',
  columns: {
    id: 'STRING',
    name: 'STRING',
    members: 'STRING',
    dataset: 'STRING',
    data_digest: 'STRING',
    corruption: 'STRING',
    severity: 'INT32',
    images: 'INT32',
    averaging: 'STRING',
    metric: 'STRING',
    class: 'INT32',
    value: 'DOUBLE',
    low: 'DOUBLE',
    high: 'DOUBLE',
    definition: 'STRING',
    logits_digest: 'STRING',
    backend: 'STRING',
    code_version: 'STRING',
  },
  rows: (source) => readQuery(query, source),
};
