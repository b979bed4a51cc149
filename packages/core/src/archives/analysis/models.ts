import { type AnalysisTable, readQuery } from './analysis-table.ts';

const query = `
  select model.id::text, model.name, model.kind, model.position, model.architecture, model.sparsity,
         parent.name as parent, sibling.name as sibling, final.name as final, model.epoch,
         model.training ->> 'schedule' as schedule,
         (model.training ->> 'epochs')::double precision as epochs,
         (model.training ->> 'steps')::integer as steps,
         (model.training ->> 'batchSize')::integer as batch_size,
         (model.training ->> 'trainImages')::integer as train_images,
         (model.training ->> 'seed')::integer as seed,
         (model.training ->> 'seconds')::double precision as seconds,
         (model.training ->> 'flops')::double precision as flops,
         model.training ->> 'lossByEpoch' as loss_by_epoch,
         model.training ->> 'backend' as backend,
         model.training ->> 'codeVersion' as code_version,
         model.weights_digest, model.mask_digest
    from model
    left join model parent on parent.id = model.parent_id
    left join model sibling on sibling.id = model.sibling_id
    left join model final on final.id = model.final_id
   where model.experiment_id = $1 order by model.position`;

/** A row a model; its relatives by their names. */
export const modelsTable: AnalysisTable = {
  name: 'models',
  what: 'the models, their relatives by name, and how they were trained',
  columns: {
    id: 'STRING',
    name: 'STRING',
    kind: 'STRING',
    position: 'INT32',
    architecture: 'STRING',
    sparsity: 'DOUBLE',
    parent: 'STRING',
    sibling: 'STRING',
    final: 'STRING',
    epoch: 'DOUBLE',
    schedule: 'STRING',
    epochs: 'DOUBLE',
    steps: 'INT32',
    batch_size: 'INT32',
    train_images: 'INT32',
    seed: 'INT32',
    seconds: 'DOUBLE',
    flops: 'DOUBLE',
    loss_by_epoch: 'STRING',
    backend: 'STRING',
    code_version: 'STRING',
    weights_digest: 'STRING',
    mask_digest: 'STRING',
  },
  rows: (source) => readQuery(query, source),
};
